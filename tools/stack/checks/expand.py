"""Expands the template to plain CloudFormation with SAM's translator, which needs neither network nor account."""

import copy
import logging
import pathlib

import boto3
import yaml
from samcli.yamlhelper import intrinsics_multi_constructor
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEMPLATE = ROOT / "template.yaml"
REGION = "us-west-2"

# SAM requires code in S3. The rule for packages checks the paths in the source.
CODE = {
    "AWS::Serverless::Function": ("CodeUri", "s3://code/function.zip"),
    "AWS::Serverless::LayerVersion": ("ContentUri", "s3://code/layer.zip"),
}

# Only used to determine the partition of the Region; makes no calls.
SESSION = boto3.Session(region_name=REGION)


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """A YAML loader for the short forms of intrinsic functions, such as !Ref."""


Loader.add_multi_constructor("!", intrinsics_multi_constructor)


def parse(text):
    """Parses a template and converts the short forms of intrinsic functions to the full forms."""
    return yaml.load(text, Loader)  # noqa: S506  (Loader is a safe loader)


def expand(source, parameters):
    """Expands a template for the given parameters; conditions are not resolved.

    Raises the exceptions of SAM if the template is invalid.
    """
    template = copy.deepcopy(source)
    for resource in template["Resources"].values():
        if resource["Type"] in CODE:
            name, place = CODE[resource["Type"]]
            if name in resource["Properties"]:
                resource["Properties"][name] = place
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    return Translator({}, Parser(), boto_session=SESSION).translate(template, dict(parameters))
