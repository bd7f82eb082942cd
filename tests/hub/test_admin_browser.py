"""The pages in a real browser: by keyboard, at every width, light and dark, each act once."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from app.domain.ids import new_id
from app.hub.oidc_settings import ProviderSettings
from tests.hub.chromium import chromium, faults, media, resize
from tests.hub.identity_provider import SECRET, WEB, serving
from tests.hub.office import PASSWORD, Office, listening, open_hub
from tests.hub.pages_office import LONG, busy, open_case, park, staff, trespass

PAGES = (
    "Oversigt",
    "Frister",
    "Breve, der skal sendes",
    "Konflikter",
    "Find en sag",
    "Log for en sag",
    "Statistik",
    "Computere",
    "Brugere og teams",
    "Karantæne",
    "Efterladt arbejde",
    "Sletninger",
    "Handlinger",
)
SIZES = ((1366, 768), (1092, 614), (390, 800))
LONGEST_WAIT_S = 20
# What the tabulator stops at after what has focus now: what each says, or its name.
_STOPS = """
    const every = [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
    )].filter((each) => each.checkVisibility());
    const here = every.indexOf(document.activeElement);
    return every.slice(here + 1).map((each) => each.name || each.innerText.trim());
"""
# The first thing to be seen that a selector finds and that says something.
_FIND = """
    return [...document.querySelectorAll(arguments[0])].find(
        (each) => each.checkVisibility() && each.innerText.includes(arguments[1]));
"""
_HERE = "const e = document.activeElement; return [e.name, e.innerText && e.innerText.trim()];"
_RING = (
    "const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth]"
)


class Reader:
    """Somebody at a browser, who finds things by what they say."""

    def __init__(self, browser: Chrome, office: Office, case: str) -> None:
        self.browser = browser
        self.office = office
        self.case = case

    def go(self, path: str) -> None:
        """Write an address."""
        self.browser.get(f"{self.office.address}/admin{path}")

    def all(self, selector: str) -> list[WebElement]:
        """Return everything that a selector finds."""
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str, says: str = "") -> WebElement:
        """Return the first thing to be seen that a selector finds and that says something."""
        found: WebElement | None = self.browser.execute_script(_FIND, selector, says)
        assert found is not None, (selector, says)
        return found

    @property
    def text(self) -> str:
        """What the page says, beside its menu."""
        return str(self.browser.execute_script("return document.querySelector('main').innerText"))

    def fill(self, name: str, text: str, within: str = "main") -> None:
        """Write into a field, or choose."""
        field = self.one(f"{within} [name={name}]")
        if field.tag_name == "select":
            Select(field).select_by_visible_text(text)
        else:
            field.clear()
            field.send_keys(text)

    def press(self, says: str) -> str:
        """Press the first button that says something and return what the page says that comes."""
        return self.after(self.one("button", says).click)

    def after(self, act: Callable[[], object]) -> str:
        """Do something, wait for the page that comes of it, and return what it says."""
        before = self.browser.find_element(By.TAG_NAME, "html").id
        act()
        WebDriverWait(self.browser, LONGEST_WAIT_S, poll_frequency=0.02).until(
            lambda b: (
                b.find_element(By.TAG_NAME, "html").id != before
                and b.execute_script("return document.readyState") == "complete"
            )
        )
        return self.text

    def keys(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def tab_to(self, says: str) -> None:
        """Move by the tabulator alone to what says something, or has it as its name."""
        stops: list[str] = self.browser.execute_script(_STOPS)
        self.keys(Keys.TAB * (stops.index(says) + 1))
        assert says in self.browser.execute_script(_HERE)

    def enter(self) -> str:
        """Press Enter and return what the page says that comes."""
        return self.after(lambda: self.keys(Keys.ENTER))

    def sign_in(self, login: str) -> None:
        """Come in as a user."""
        self.fill("login", login)
        self.fill("password", PASSWORD)
        self.press("Log ind")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """A browser at a hub where there is work on every page."""
    with (
        chromium() as browser,
        tempfile.TemporaryDirectory(prefix="browser-") as place,
        open_hub(Path(place) / "hub") as hub,
        listening(hub) as address,
    ):
        office = staff(Office(hub, address, Path(place)))
        office.user("alma", "north", role="administrator")
        case = busy(office, LONG)
        park(office, office.laptops[0])
        hub.cases.erase(open_case(office.laptops[0], "Ida", "N-9"), "Afgørelse 7")
        yield Reader(browser, office, case)
        for laptop in office.laptops:
            laptop.close()


@pytest.fixture
def alma(reader: Reader) -> Reader:
    """An administrator of the team, who sees every page, at an ordinary screen."""
    resize(reader.browser, 1092, 614)
    media(reader.browser)
    reader.go("/")
    if reader.all("main [name=password]"):
        reader.sign_in("alma")
    return reader


def test_one_signs_in_and_reaches_every_page_by_keyboard_alone(reader: Reader) -> None:
    resize(reader.browser, 1092, 614)
    media(reader.browser)
    reader.browser.delete_all_cookies()
    reader.go("/sign-in")
    reader.tab_to("Gå til indholdet")
    reader.tab_to("login")
    reader.keys("alma", Keys.TAB, PASSWORD)
    assert "Oversigt" in reader.enter()
    for page in PAGES[1:]:
        reader.tab_to(page)
        assert reader.enter().startswith(page)
        assert reader.one("nav a[aria-current=page]", page)
    reader.tab_to("Log ud")
    assert "Du er logget ud." in reader.enter()


def test_one_who_comes_back_from_the_municipalitys_login_is_in_and_stays_in(reader: Reader) -> None:
    hub, browser = reader.office.hub, reader.browser
    # Another name than the provider's: a cookie of this site alone does not come along from there.
    address = reader.office.address.replace("127.0.0.1", "localhost")
    resize(browser, 1092, 614)
    with serving(hub.room.clock, who="alma", claims={"upn": "alma"}) as provider:
        settings = ProviderSettings(issuer=provider.url, client=WEB, secret=SECRET, claim="upn")
        hub.sign_ins.shelf.set(settings)
        try:
            browser.get(f"{address}/admin/sign-in")
            reader.one("a.button", "Log ind med kommunens login").click()
            WebDriverWait(browser, LONGEST_WAIT_S, poll_frequency=0.02).until(
                lambda _: reader.all("nav a[aria-current=page]")
            )
            assert reader.text.startswith("Oversigt")
            kept = browser.get_cookie("hjemmebesoeg_admin")
            assert kept is not None
            assert kept["sameSite"] == "Strict"
            browser.refresh()
            assert reader.text.startswith("Oversigt")
            assert "/token" in provider.asked
        finally:
            hub.sign_ins.shelf.set(None)
            browser.delete_all_cookies()


def test_wherever_the_tabulator_stops_the_focus_is_seen(alma: Reader) -> None:
    alma.go("/cases")
    stops: list[str] = alma.browser.execute_script(_STOPS)
    assert len(stops) > len(PAGES)
    for _ in stops:
        alma.keys(Keys.TAB)
        assert alma.browser.execute_script(_RING) == ["solid", "3px"]


def test_every_page_is_whole_for_who_cannot_see_it_or_not_well(alma: Reader) -> None:
    addresses = [each.get_attribute("href") or "" for each in alma.all("nav a")]
    assert len(addresses) >= len(PAGES)
    found = {}
    for address in (*addresses, f"{alma.office.address}/admin/password"):
        alma.browser.get(address)
        for dark in (False, True):
            media(alma.browser, dark=dark)
            found[address, dark] = faults(alma.browser)
    if not alma.office.hub.quarantine.all():
        bo = alma.office.laptop("bo")
        trespass(bo, open_case(alma.office.laptop("vera"), "Ida", new_id()))
    for path, button in (
        ("/conflicts", "Vis værdier"),
        ("/quarantine", "Vis indhold"),
        ("/people", "Ret"),
    ):
        alma.go(path)
        alma.press(button)
        found[path, True] = faults(alma.browser)
    alma.browser.delete_all_cookies()
    alma.go("/sign-in")
    found["sign-in", True] = faults(alma.browser)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def test_the_checks_find_what_is_wrong_with_a_page(alma: Reader) -> None:
    alma.go("/people")
    alma.browser.execute_script(
        """
        document.querySelector("main label").remove();
        document.querySelector("caption").remove();
        document.querySelector("h1").style.color = "rgb(230, 230, 230)";
        document.querySelector("main button").textContent = "";
        """
    )
    said = " ".join(faults(alma.browser))
    for fault in ("no label", "no caption", "contrast", "no name", "inline"):
        assert fault in said


@pytest.mark.parametrize("size", SIZES)
def test_no_page_is_wider_than_the_screen(alma: Reader, size: tuple[int, int]) -> None:
    resize(alma.browser, *size)
    addresses = [each.get_attribute("href") or "" for each in alma.all("nav a")]
    wide = {}
    for address in addresses:
        alma.browser.get(address)
        width = alma.browser.execute_script("return document.documentElement.scrollWidth")
        if width > size[0]:
            wide[address] = width
    assert wide == {}


def test_a_list_on_paper_is_the_list_alone(alma: Reader) -> None:
    alma.go("/letters")
    media(alma.browser, "print")
    assert not any(each.is_displayed() for each in alma.all("header, nav, button"))
    assert LONG in alma.text


def test_every_act_is_done_with_the_forms_of_the_pages(alma: Reader) -> None:
    alma.go("/people")
    alma.fill("login", "nils", "form[action$=add]")
    alma.fill("name", "Nils Nielsen", "form[action$=add]")
    assert "Midlertidig adgangskode til nils" in alma.press("Opret bruger")
    alma.fill("name", "Vest", "form[action$=teams\\/add]")
    assert "Teamet er oprettet." in alma.press("Opret team")
    alma.one("summary", "Omdøb").send_keys(Keys.ENTER)
    alma.fill("name", "Øst")
    assert "Det er ændret." in alma.press("Gem navnet")
    _change_a_user(alma)
    alma.go("/computers")
    alma.fill("login", "Vera (vera)")
    assert "Kode til vera" in alma.press("Lav en kode")
    alma.one("td summary").send_keys(Keys.SPACE)
    assert "Computeren er spærret." in alma.press("Spær computeren")
    alma.go("/quarantine")
    assert "Det er logget" in alma.press("Vis indhold")
    alma.go("/quarantine")
    assert "blev ikke modtaget" in alma.press("Prøv igen")
    alma.one("summary", "Fjern").send_keys(Keys.ENTER)
    alma.fill("why", "Forkert sag")
    assert "er fjernet fra karantænen" in alma.press("Fjern ændringen")
    _look_into_cases(alma)
    alma.go("/acts")
    done = alma.text
    for act in ("Oprettede en bruger", "Omdøbte et team", "Spærrede", "Flyttede", "Fjernede"):
        assert act in done
    assert [each for each in alma.browser.get_log("browser") if _is_fault(each)] == []


def _change_a_user(alma: Reader) -> None:
    for button, said in (
        ("Sæt på", "Det er ændret."),
        ("Skift rolle", "Det er ændret."),
        ("Lav midlertidig adgangskode", "Midlertidig adgangskode til nils"),
        ("Luk adgangen", "Adgangen er lukket."),
    ):
        alma.go("/people")
        line = alma.one("tbody tr", "nils")
        alma.after(line.find_element(By.TAG_NAME, "button").click)
        assert said in alma.press(button)
    assert "Adgangen er åbnet igen." in alma.press("Åbn adgangen")


def _look_into_cases(alma: Reader) -> None:
    alma.go("/deadlines")
    alma.fill("days", "90 dage")
    assert LONG in alma.press("Vis")
    alma.go("/conflicts")
    assert "Vera V." in alma.press("Vis værdier")
    alma.go("/statistics")
    assert "Første besøg" in alma.press("Vis tal")
    alma.go("/cases")
    alma.fill("text", "anna-margrethe")
    assert LONG in alma.press("Søg")
    assert "Set: sag N-1" in alma.press("Vis log")
    alma.fill("number", "N-1")
    assert "Værdier i en konflikt vist" in alma.press("Vis log")
    for team in ("south", "north"):
        alma.go("/cases")
        alma.fill("text", "N-1")
        alma.press("Søg")
        alma.one("summary", "Flyt").send_keys(Keys.ENTER)
        alma.fill("team", team)
        alma.fill("why", "Borgeren er flyttet")
        assert "Sagen er flyttet." in alma.press("Flyt sagen")


def _is_fault(entry: dict[str, str]) -> bool:
    """Tell whether the browser refused something; that a page says 400 is no fault of it."""
    return entry["level"] == "SEVERE" and "status of 4" not in entry["message"]
