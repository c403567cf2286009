"""The template as SAM makes plain CloudFormation of it, without a network or an account."""

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

# SAM wants code in S3. The real places are what the packaging rule looks at, in the source.
CODE = {
    "AWS::Serverless::Function": ("CodeUri", "s3://code/function.zip"),
    "AWS::Serverless::LayerVersion": ("ContentUri", "s3://code/layer.zip"),
}

# Only asked for its region's partition: nothing is called.
SESSION = boto3.Session(region_name=REGION)


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML with the short forms of functions, such as !Ref."""


Loader.add_multi_constructor("!", intrinsics_multi_constructor)


def parse(text):
    """The template as it is written, with the short forms of functions written out."""
    return yaml.load(text, Loader)  # a safe loader's child is safe


def expand(source, parameters):
    """Plain CloudFormation for these parameters; conditions stay unresolved.

    Raises whatever SAM raises about a template that it can't take.
    """
    template = copy.deepcopy(source)
    for resource in template["Resources"].values():
        if resource["Type"] in CODE:
            name, place = CODE[resource["Type"]]
            if name in resource["Properties"]:
                resource["Properties"][name] = place
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    return Translator({}, Parser(), boto_session=SESSION).translate(template, dict(parameters))
