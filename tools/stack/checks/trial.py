"""Verifies that the checks detect the faults that they are meant for."""

import concurrent.futures
import os

import expand
import faults
import linters
import rules as own
import stack

EXPANSION = "expansion"
CFN_LINT = "cfn-lint"


def run():
    text = expand.TEMPLATE.read_text(encoding="utf-8")
    before = detected_by(text, with_linter=False)
    if before:
        print(f"the unchanged template has findings, run tools/stack/checks/check: {', '.join(before)}")
        return 1
    texts = [fault.applied(text) for fault in faults.FAULTS]
    by_linter = [fault.detected_by == CFN_LINT for fault in faults.FAULTS]
    with concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as executor:
        trials = [executor.submit(detected_by, *each) for each in zip(texts, by_linter, strict=True)]
        detected = [trial.result() for trial in trials]
    width = max(len(fault.what) for fault in faults.FAULTS)
    missed = 0
    for fault, detectors in zip(faults.FAULTS, detected, strict=True):
        ok = fault.detected_by in detectors
        missed += not ok
        others = [each for each in detectors if each != fault.detected_by]
        also = f" (also {', '.join(others)})" if others else ""
        print(f"{'found ' if ok else 'MISSED'} {fault.what:{width}}  {fault.detected_by}{also}")
    untested = {rule.name for rule in own.everything()} - {fault.detected_by for fault in faults.FAULTS}
    for name in sorted(untested):
        print(f"UNTESTED {name}: add a fault that it must detect")
    print(f"{len(detected) - missed} of {len(detected)} faults detected")
    return 1 if missed or untested else 0


def detected_by(text, with_linter):
    """Returns the checks that have findings for a template."""
    try:
        stacks = stack.stacks_of_one_expansion(text)
    except Exception:  # SAM, YAML and the resolver have no common base exception
        return [EXPANSION]
    found = [rule.name for rule in own.everything() if any(own.CRASH not in each for _, each in rule.findings(stacks))]
    if with_linter and linters.errors_of_cfn_lint(stacks[0].expanded):
        found.append(CFN_LINT)
    return found
