/* HR's pages: files stay chosen, can be dropped, and progress is told. Every form works without this. */
const main = () => document.querySelector("main");
const megabytes = (bytes) => `${Math.round(bytes / 1e5) / 10} MB`;

start();

function start() {
  document.querySelectorAll("form[data-upload]").forEach(readyUpload);
  document.querySelectorAll("[data-stages]").forEach(follow);
  document.querySelectorAll("[data-copy-button]").forEach(readyCopy);
  document.querySelector(".error-summary")?.focus();
}

/* Upload: sent by the script, so that the chosen files live on when the server asks something first. */
function readyUpload(form) {
  const input = form.querySelector("input[type=file]");
  const says = form.querySelector("[data-progress]");
  const place = form.querySelector("[data-drop]");
  readyDrop(place, input);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = tooMuch(form, input.files);
    if (wrong) return tell(says, wrong);
    send(form, input, says);
  });
}

function tooMuch({ dataset }, files) {
  const large = [...files].find((file) => file.size > Number(dataset.fileBytes));
  if (large) return `${large.name} is ${megabytes(large.size)}; the most is ${megabytes(dataset.fileBytes)}.`;
  if (files.length > Number(dataset.most)) return `These are ${files.length} files; the most is ${dataset.most}.`;
  const all = [...files].reduce((sum, file) => sum + file.size, 0);
  return all > Number(dataset.bytes) ? `Together they are ${megabytes(all)}; the most is ${megabytes(dataset.bytes)}.` : "";
}

function send(form, input, says) {
  const request = new XMLHttpRequest();
  const button = form.querySelector("button.primary");
  const failed = () => {
    button.disabled = false;
    tell(says, "The files did not arrive. Check the connection and try again; they are still chosen.");
  };
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const share = Math.floor((100 * loaded) / total);
    if (share < 100) says.textContent = `Sending: ${share} %`;
    else tell(says, "Sent. The files are being looked at.");
  });
  request.addEventListener("error", failed);
  request.addEventListener("load", () => {
    if (request.responseURL.split("?")[0] === form.action) return show(request.responseText, input);
    location.assign(request.responseURL);
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
  button.disabled = true;
  tell(says, "Sending the files.");
}

/* The server's answer takes the place of the page; the field with the files in it stays the same field. */
function show(answer, input) {
  const page = new DOMParser().parseFromString(answer, "text/html");
  const fresh = page.querySelector("input[type=file]");
  if (fresh) keep(fresh, input, page.querySelector("[data-again]"));
  main().replaceWith(page.querySelector("main"));
  document.title = page.title;
  start();
  scrollTo(0, 0);
  if (!document.querySelector(".error-summary")) main().focus();
}

function keep(fresh, input, again) {
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (fresh.hasAttribute(name)) input.setAttribute(name, fresh.getAttribute(name));
    else input.removeAttribute(name);
  }
  fresh.replaceWith(input);
  if (again && input.files.length) again.hidden = true;
}

function readyDrop(place, input) {
  place.classList.add("drop");
  const over = (on) => (event) => {
    event.preventDefault();
    place.classList.toggle("over", on);
  };
  place.addEventListener("dragover", over(true));
  place.addEventListener("dragleave", over(false));
  place.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}

/* Progress: asks once a second how far a draft is, and shows the page anew when there is something to see. */
async function follow(list) {
  list.parentElement.querySelector("[data-look-again]").hidden = true;
  const says = list.parentElement.querySelector("[data-progress]");
  let [at, leaving] = ["", false];
  /* A form on its way, such as the one that discards, must not be cut off by a reload. */
  document.addEventListener("submit", () => { leaving = true; });
  for (let tries = 0; tries < 600; tries += 1) {
    await new Promise((go) => setTimeout(go, 1000));
    if (leaving) return;
    if (document.hidden) continue;
    try {
      const answer = await fetch(list.dataset.stages, { redirect: "manual" });
      const { stages, done } = answer.type === "opaqueredirect" ? { done: true } : await answer.json();
      if (leaving) return;
      if (done) return location.reload();
      for (const stage of stages) {
        const item = list.querySelector(`[data-stage="${stage.name}"]`);
        item.className = stage.state;
        item.querySelector(".state").textContent = stage.said;
        if (stage.state === "now" && at !== stage.name) tell(says, `${stage.words}: now`);
        if (stage.state === "now") at = stage.name;
      }
    } catch {
      tell(says, "The server does not answer at the moment. This page goes on trying.");
    }
  }
  list.parentElement.querySelector("[data-look-again]").hidden = false;
}

function readyCopy(button) {
  const field = document.getElementById(button.dataset.copyButton);
  const says = button.closest(".notice").querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      says.textContent = "The link is copied.";
    } catch {
      says.textContent = "The link is marked: copy it with Ctrl+C.";
    }
  });
}

function tell(says, words) {
  says.textContent = words;
}
