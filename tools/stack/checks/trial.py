"""Whether the checks see the faults that they are for."""

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
    before = seen_by(text, with_linter=False)
    if before:
        print(f"the template itself does not pass, run tools/stack/checks/check: {', '.join(before)}")
        return 1
    texts = [fault.applied(text) for fault in faults.FAULTS]
    by_linter = [fault.seen_by == CFN_LINT for fault in faults.FAULTS]
    with concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        trials = [pool.submit(seen_by, *each) for each in zip(texts, by_linter)]
        seen = [trial.result() for trial in trials]
    width = max(len(fault.what) for fault in faults.FAULTS)
    missed = 0
    for fault, who in zip(faults.FAULTS, seen):
        ok = fault.seen_by in who
        missed += not ok
        others = [each for each in who if each != fault.seen_by]
        too = f" (and {', '.join(others)})" if others else ""
        print(f"{'seen  ' if ok else 'MISSED'} {fault.what:{width}}  {fault.seen_by}{too}")
    untried = {rule.name for rule in own.everything()} - {fault.seen_by for fault in faults.FAULTS}
    for name in sorted(untried):
        print(f"UNTRIED {name}: add a fault that it has to see")
    print(f"{len(seen) - missed} of {len(seen)} faults seen")
    return 1 if missed or untried else 0


def seen_by(text, with_linter):
    """Who objects to a template."""
    try:
        stacks = stack.stacks_of_one_expansion(text)
    except Exception:  # SAM, YAML and the resolver have no common error
        return [EXPANSION]
    found = [rule.name for rule in own.everything() if any(own.CRASH not in each for _, each in rule.findings(stacks))]
    if with_linter and linters.errors_of_cfn_lint(stacks[0].expanded):
        found.append(CFN_LINT)
    return found
