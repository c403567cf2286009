"""Runs the rules and linters and prints a line for each."""

import json
import shutil

import expand
import linters
import rules as own
import stack
import tools

TEMPLATES = tools.TARGET / "templates"


def rules():
    for rule in own.everything():
        print(f"{rule.name}: {rule.meaning}")
    return 0


def check(quick):
    try:
        stacks = stack.stacks(expand.TEMPLATE.read_text(encoding="utf-8"))
    except Exception as e:  # SAM and YAML have no common base exception
        print(f"FAIL expansion: {type(e).__name__}: {e}")
        return 1
    write(stacks)
    passed = [report(rule.name, by_finding(rule.findings(stacks)), len(stacks)) for rule in own.everything()]
    passed.append(report("cfn-lint", linters.cfn_lint([each.expanded for each in stacks]), len(stacks)))
    if not quick:
        passed.append(report("checkov", linters.checkov(TEMPLATES / "resolved"), len(stacks)))
    print(f"{passed.count(True)} of {len(passed)} checks passed for {len(stacks)} templates")
    return 0 if all(passed) else 1


def write(stacks):
    """Writes the templates to the folder from which other tests read them."""
    shutil.rmtree(TEMPLATES, ignore_errors=True)
    for form in ("expanded", "resolved"):
        (TEMPLATES / form).mkdir(parents=True)
        for each in stacks:
            text = json.dumps(getattr(each, form), indent=1)
            (TEMPLATES / form / f"{each.case}.json").write_text(text + "\n", encoding="utf-8")


def by_finding(findings):
    """Groups findings, so that a finding of several cases is reported once."""
    cases = {}
    for case, finding in findings:
        cases.setdefault(finding, []).append(case)
    return [f"{', '.join(names)}: {finding}" for finding, names in cases.items()]


def report(name, findings, templates):
    for finding in findings:
        print(f"FAIL {name} {finding}")
    if not findings:
        print(f"ok   {name} ({templates} templates)")
    return not findings
