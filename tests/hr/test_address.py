"""HR behind other servers: where forms come from, what cookies and links say, and what is wrong."""

from html import unescape

import pytest

from tests.hr.place import PASSWORD, Browser, Place, place_with

ADDRESS = "https://careers.example.ac.uk"
INSIDE = "http://app-3.internal:8050"
"""What a proxy asks for that keeps neither Host nor protocol."""


def sent(place: Place, base: str, **headers: str) -> tuple[int, str]:
    """The answer to a form of the sign-in page, with these headers, from a fresh browser."""
    browser = place.browser()
    page = browser.get("/hr/sign-in", base_url=base).get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    answer = browser.client.post(
        "/hr/sign-in",
        base_url=base,
        data={"csrf_token": token, "email": "ann@example.ac.uk", "password": PASSWORD},
        headers=headers,
    )
    return answer.status_code, unescape(answer.get_data(as_text=True))


def heading(page: str) -> str:
    """What a page says first."""
    return page.partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.parametrize("headers", [{"Origin": ADDRESS}, {"Referer": f"{ADDRESS}/hr/sign-in"}])
@pytest.mark.parametrize("base", [ADDRESS, INSIDE, "https://app-3.internal:8050"])
def test_forms_from_the_address_are_taken(place, ann, base, headers):
    """With JOBTRACK_ADDRESS set it does not matter which Host and protocol the proxy hands on."""
    assert 303 == sent(place_with(place.store, address=ADDRESS), base, **headers)[0]


@pytest.mark.parametrize(
    ("settings", "base", "headers"),
    [
        ({}, "https://careers.example.ac.uk", {"Origin": "https://evil.example"}),
        ({}, "https://careers.example.ac.uk", {"Origin": "null"}),
        ({}, "https://careers.example.ac.uk", {}),
        ({"address": ADDRESS}, INSIDE, {"Origin": "https://evil.example"}),
        ({"address": ADDRESS}, INSIDE, {"Origin": "https://careers.example.ac.uk.evil.example"}),
        ({"address": ADDRESS}, INSIDE, {"Origin": "https://careers.example.ac.uk:8443"}),
        ({"address": ADDRESS}, INSIDE, {"Origin": "null"}),
        ({"address": ADDRESS}, INSIDE, {"Referer": "https://evil.example/?https://careers"}),
        ({"address": ADDRESS}, ADDRESS, {}),
        ({"address": ADDRESS}, INSIDE, {}),
        (
            {"address": ADDRESS},
            INSIDE,
            {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example",
             "X-Forwarded-Proto": "https"},
        ),
    ],
)  # fmt: skip
def test_forms_from_elsewhere_are_not_taken(place, ann, settings, base, headers):
    """Neither somebody else's page nor one that says nothing over https sends a form of ours."""
    status, page = sent(place_with(place.store, **settings), base, **headers)

    told = headers.get("Origin", headers.get("Referer", "null"))
    words = "no page" if told == "null" else "another address"
    assert (400, f"This form came from {words}") == (status, heading(page))


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}])
def test_a_form_from_no_page_by_http(place, ann, headers):
    """Where the address is http, the form's token and the cookie are enough, as without a name."""
    behind = place_with(place.store, address="http://careers.example.ac.uk")

    assert 303 == sent(behind, INSIDE, **headers)[0]
    assert 303 == sent(place, INSIDE, **headers)[0]


def test_what_a_proxy_says_is_not_believed_unasked(place):
    """Without JOBTRACK_PROXIES no header says how or where the server was reached."""
    told = {
        "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "X-Forwarded-Port": "1",
        "X-Forwarded-Prefix": "/evil", "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Ssl": "on",
        "Forwarded": "for=192.0.2.1;host=evil.example;proto=https", "Front-End-Https": "on",
    }  # fmt: skip
    answers = [
        place.browser().get(path, base_url=INSIDE, headers=headers)
        for path in ("/hr", "/hr/sign-in")
        for headers in ({}, told)
    ]
    cookies = [each.headers.get("Set-Cookie", "").partition(";")[2] for each in answers]
    places = [each.headers.get("Location") for each in answers]

    assert "Secure" not in "".join(cookies)
    assert (cookies[0], cookies[2], places[0]) == (cookies[1], cookies[3], places[1])
    assert [] == [each for each in answers if "Strict-Transport-Security" in each.headers]
    assert [] == [each for each in answers if "evil" in each.get_data(as_text=True)]


def test_a_proxy_that_keeps_neither_host_nor_name(place, ann):
    """The page names what arrived, what the browser says, and the settings that mend it."""
    behind = place_with(place.store, proxies=1)
    status, page = sent(
        behind, INSIDE, **{"X-Forwarded-Proto": "https", "Origin": "https://careers.example.ac.uk"}
    )

    assert (400, "This form came from another address") == (status, heading(page))
    assert "from https://careers.example.ac.uk." in page
    assert "as https://app-3.internal:8050" in page
    assert "sets JOBTRACK_ADDRESS to https://careers.example.ac.uk." in page
    assert "keeps Host, or it sends X-Forwarded-Host" in page
    assert "Please send this again" not in page


def test_two_addresses_of_one_server(place, ann):
    """An address that people use and that is not JOBTRACK_ADDRESS is named, with both ways out."""
    behind = place_with(place.store, address=ADDRESS)
    page = sent(behind, INSIDE, Origin="https://old-name.example.ac.uk")[1]

    assert "JOBTRACK_ADDRESS is https://careers.example.ac.uk" in page
    assert "If https://old-name.example.ac.uk is where people reach this server" in page
    assert "open https://careers.example.ac.uk/hr" in page


def test_signing_in_by_http_where_the_address_is_https(place, ann):
    """The cookie would not come back, so the page says to use https instead of trying again."""
    behind = place_with(place.store, address=ADDRESS)
    asked = behind.browser().get("/hr/sign-in", base_url="http://careers.example.ac.uk")
    named = sent(behind, INSIDE, Origin="http://careers.example.ac.uk")
    browser = behind.browser()
    browser.get("/hr/sign-in", base_url="http://127.0.0.1:8050")
    directly = browser.client.post(
        "/hr/sign-in", base_url="http://127.0.0.1:8050", headers={"Origin": "http://127.0.0.1:8050"}
    )

    assert "; Secure" in asked.headers["Set-Cookie"]
    assert "Strict-Transport-Security" not in asked.headers
    assert (400, "Please open this page by https") == (named[0], heading(named[1]))
    assert "Open https://careers.example.ac.uk/hr and try again." in named[1]
    assert "Please open this page by https" == heading(directly.get_data(as_text=True))


@pytest.mark.parametrize("base", [INSIDE, "http://evil.example"])
def test_links_that_leave_the_page_begin_with_the_address(place, base):
    """Whatever Host a request comes with, a one-time link is of JOBTRACK_ADDRESS and its path."""
    behind = place_with(place.store, address=f"{ADDRESS}/map", proxies=0)
    browser = signed_in(behind, f"{ADDRESS}/map")
    token = browser.page.partition('name="csrf_token" value="')[2].partition('"')[0]
    headers = {"Origin": ADDRESS, "X-Forwarded-Host": "evil.example"}
    cookie = browser.client.get_cookie("hr", "careers.example.ac.uk", "/map/hr")
    page = (
        behind.server.test_client(use_cookies=False)
        .post(
            "/map/hr/people",
            base_url=base,
            data={"csrf_token": token, "email": "new@example.ac.uk"},
            headers={**headers, "Cookie": f"hr={cookie.value}"},
        )
        .get_data(as_text=True)
    )

    assert f'value="{ADDRESS}/map/hr/password/' in page
    assert "evil.example" not in page
    assert "internal" not in page


def signed_in(place: Place, address: str) -> Browser:
    """Somebody who may publish, signed in at this address."""
    browser, path = place.browser(), address.removeprefix(ADDRESS)
    link = path + place.link("ann@example.ac.uk")
    page = browser.get(link, base_url=ADDRESS).get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    fields = {"csrf_token": token, "password": PASSWORD, "again": PASSWORD}
    browser.client.post(link, base_url=ADDRESS, data=fields, headers={"Origin": ADDRESS})
    browser.get(f"{path}/hr/people", base_url=ADDRESS)
    return browser


def test_redirects_name_no_host(place):
    """Neither ours nor those that Werkzeug makes of an address with strokes too many."""
    behind = place_with(place.store, address=f"{ADDRESS}/map")
    asked = ("/map/hr", "/map/hr/", "/map/hr//upload", "/map/hr/drafts")
    places = [
        behind.server.test_client().get(
            "/", base_url="http://evil.example", environ_overrides={"PATH_INFO": address}
        ).headers.get("Location", "")
        for address in asked
    ]  # fmt: skip

    assert ["/map/hr/sign-in", "/map/hr"] == [each.partition("?")[0] for each in places[:2]]
    assert [] == [each for each in places if each and not each.startswith("/map/hr")]


def test_the_cookie_is_sent_below_the_path_only(place):
    """Another application on the same host does not get it."""
    behind = place_with(place.store, address=f"{ADDRESS}/map")
    cookie = behind.browser().get("/map/hr/sign-in", base_url=INSIDE).headers["Set-Cookie"]

    assert "; Path=/map/hr" in cookie
    assert "; Secure" in cookie
