/* The address of the page: what is chosen, what is wished for, and the part of the map that is shown. */
(() => {
  "use strict";
  const CHOICE = ["start", "goal", "pick"];
  const REACH = ["reach", "within", "grades", "sort", "more"];
  const WISHES = ["via", "avoid", "people", "down", "possible", ...REACH, "wide", "present"];
  const OURS = [...CHOICE, ...WISHES];

  /* The pairs of an address that are, or are not, of some names. */
  const only = (address, names) => [...new URLSearchParams(address)].filter(([name]) => names.includes(name));
  const without = (address, names) => [...new URLSearchParams(address)].filter(([name]) => !names.includes(name));
  const text = (pairs) => `${new URLSearchParams(pairs)}`;

  /* What both searches show (value), or showed when the page came (defaultValue). */
  const ends = (kind) => Object.fromEntries(["start", "goal"].map((id) => [id, document.getElementById(id)[kind]]));

  /* An address as { start, goal, pick, plan }; plan holds all wishes as one text. */
  const parsed = (address) => ({ ...Object.fromEntries(only(address, CHOICE)), plan: text(only(address, WISHES)) });
  const part = (address) => text(without(address, OURS));
  const written = ({ plan, ...choice }, rest) => (
    `?${[text(Object.entries(choice)), plan, rest].filter(Boolean).join("&")}`
  );

  /* What Escape goes back to: from two roles, and from where one could go, to the start; else to nothing. */
  function before({ start, goal, plan }) {
    const wishes = text(without(plan, REACH));
    return start && (goal || wishes !== plan) ? { start, plan: wishes } : {};
  }

  /* All wishes once a form has been filled in: its own fields, and of the others those that were there. */
  function planOf(form, plan) {
    const fields = [...form.elements].map(({ name }) => name);
    const own = only(new FormData(form), WISHES).filter(([, value]) => value);
    return text([...own, ...without(plan, fields)]);
  }

  window.careerMap = { address: { ends, WISHES, OURS, only, without, text, parsed, part, before, planOf, written } };
})();
