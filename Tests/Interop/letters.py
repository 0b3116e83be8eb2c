"""Lets a parser of HTML and a validator of JSON that nobody here wrote look at the letters.

    python letters.py ONLYONCE

Prints `N passed, M failed` and exits 1 when one failed.
"""

import json
import pathlib
import subprocess
import sys

import html5lib
import jsonschema

ROOT = pathlib.Path(__file__).parents[2]
STORED = ROOT / "Tests" / "ParkingCardsTests" / "Letters"
SCHEMA = ROOT / "Contracts" / "regulations" / "letter.schema.json"


def letter(program, inputs, language, form):
    command = [program, "parking", "letter", inputs, "--language", language, "--format", form,
               "--regulations", ROOT / "Contracts" / "regulations"]
    return subprocess.run([str(part) for part in command], capture_output=True, check=True).stdout


def html(page):
    """Strict: any error of the HTML standard's own parser fails."""
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode())
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), "an id occurs twice"
    assert document.get("lang") in ("nl", "fr"), "no language"
    assert document.findtext("head/title"), "no title"
    assert not list(document.iter("script")), "a script"


def main(program):
    schema = json.loads(SCHEMA.read_text())
    check = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    passed = failed = 0
    for inputs in sorted(STORED.glob("*.inputs.json")):
        for language in ("nl", "fr"):
            for form in ("html", "json"):
                try:
                    text = letter(program, inputs, language, form)
                    html(text) if form == "html" else check.validate(json.loads(text))
                    passed += 1
                except Exception as error:  # whatever it is, it is told
                    failed += 1
                    print(f"failed: {inputs.name} {language} {form}: {error}"[:2000])
    print(f"letters: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(*sys.argv[1:]))
