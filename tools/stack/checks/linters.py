"""Runs public linters: cfn-lint on the expanded templates, checkov on the resolved ones."""

import json
import pathlib
import subprocess

import expand
import suppressions
import tools


def cfn_lint(templates):
    """Returns the findings of cfn-lint; equal templates are checked once."""
    from cfnlint.api import lint
    from cfnlint.config import ManualArgs

    found = []
    used = set()
    for text in {json.dumps(template) for template in templates}:
        for match in lint(text, config=ManualArgs(regions=[expand.REGION])):
            place = "/".join(str(part) for part in match.path or [])
            known = [key for key in suppressions.CFN_LINT if key[0] == match.rule.id and place.startswith(key[1])]
            used.update(known)
            if not known:
                found.append(f"{match.rule.id} {place}: {match.message}")
    return found + unused(suppressions.CFN_LINT, used)


def errors_of_cfn_lint(template):
    """Returns the error rules that a template violates, without warnings and suppressions."""
    from cfnlint.api import lint
    from cfnlint.config import ManualArgs

    matches = lint(json.dumps(template), config=ManualArgs(regions=[expand.REGION]))
    return sorted({match.rule.id for match in matches if match.rule.id.startswith("E")})


def checkov(folder):
    """Returns the findings of checkov for the resolved templates in a folder."""
    python = tools.environment(tools.CHECKOV) / "bin" / "python"
    command = [str(python), "-m", "checkov.main", "-d", str(folder), "--framework", "cloudformation"]
    command += ["--skip-download", "--compact", "--quiet", "-o", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        report = json.loads(ran.stdout)
    except ValueError:
        return [f"checkov did not run: {(ran.stderr or ran.stdout).strip()[-300:]}"]
    if report.get("summary", {}).get("parsing_errors", 0):
        return ["checkov could not read every template"]
    found = []
    used = set()
    for each in report["results"]["failed_checks"]:
        case = pathlib.PurePath(each["file_path"]).stem
        resource = each["resource"].split(".")[-1]
        known = [
            key
            for key in suppressions.CHECKOV
            if key[0] == each["check_id"] and key[1] in (None, case) and key[2] in resource
        ]
        used.update(known)
        if not known:
            found.append(f"{each['check_id']} {case}, {resource}: {each['check_name']}")
    return found + unused(suppressions.CHECKOV, used)


def unused(known, used):
    return [f"the suppression {key} is not needed any more: remove it" for key in known if key not in used]
