"""Holds the project's documents against their schemas with validators that nobody here wrote.

    python documents.py CONTRACTS

Prints `N passed, M failed` and exits 1 when one failed.
"""

import copy
import json
import pathlib
import sys

import jsonschema
import openapi_spec_validator
import yaml

SAMPLES = {
    "authorisations/authorisation.schema.json": "authorisations/*.yaml",
    "applications/applications.schema.json": "applications/*.yaml",
    "regulations/regulation.schema.json": "regulations/*.yaml",
    "regulations/region/region.schema.json": "regulations/region/*.yaml",
    "configuration/configuration.schema.json": "configuration/*.yaml",
    "witness/witness.schema.json": "witness/*.yaml",
}


class Loader(yaml.SafeLoader):
    """YAML as the gateway reads it: a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Checks:
    """Counts what passed and prints what failed."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, sentence, problems):
        if problems:
            self.failed += 1
            print("failed:", sentence, "-", problems[0])
        else:
            self.passed += 1


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)


def violations(validator, document):
    return [
        "/%s: %s" % ("/".join(map(str, error.absolute_path)), error.message)
        for error in validator.iter_errors(document)
    ]


def check_documents(checks, contracts):
    for schema_name, pattern in SAMPLES.items():
        schema = json.loads((contracts / schema_name).read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema)
        try:
            kind.check_schema(schema)
            checks.expect(schema_name, [])
        except jsonschema.SchemaError as error:
            checks.expect(schema_name + " is a schema", [error.message])
            continue
        validator = kind(schema)
        samples = sorted(contracts.glob(pattern))
        checks.expect(pattern + " has samples", [] if samples else ["none"])
        for sample in samples:
            document = load(sample)
            checks.expect(str(sample), violations(validator, document))
            check_twins(checks, validator, sample, document)


def check_twins(checks, validator, sample, document):
    """What the schema must refuse: a key too many, and each key that is missing."""
    extended = copy.deepcopy(document)
    extended["unheardOf"] = True
    caught = violations(validator, extended)
    checks.expect("%s with an unknown key" % sample, [] if caught else ["accepted"])
    for key in validator.schema.get("required", []):
        reduced = {name: value for name, value in document.items() if name != key}
        caught = violations(validator, reduced)
        checks.expect("%s without %s" % (sample, key), [] if caught else ["accepted"])


def check_api(checks, contracts):
    problems = [
        error.message
        for error in openapi_spec_validator.OpenAPIV30SpecValidator(
            load(contracts / "openapi.yaml")
        ).iter_errors()
    ]
    checks.expect("openapi.yaml is an OpenAPI 3.0 document", problems)


def main():
    checks = Checks()
    contracts = pathlib.Path(sys.argv[1])
    check_documents(checks, contracts)
    check_api(checks, contracts)
    print("documents: %d passed, %d failed" % (checks.passed, checks.failed))
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())
