"""The function that an analyst would run on Lambda in place of clip: it measures new products with rasterio_score.py.

It takes the events of clip, messages of a queue with a notification each, and answers with the excesses of all
facilities by product. It stores nothing. ColdStartIT starts it beside clip.
"""

import json
import os

import boto3

import rasterio_score

FACILITIES = rasterio_score.footprints(os.environ["SITE_FILE"])
CLIENT = boto3.client("s3")


def handler(event, _context):
    locations = [json.loads(message["body"])["s3_location"] for message in event["Records"]]
    return {"excesses": {location: rasterio_score.excesses(location, FACILITIES, CLIENT) for location in locations}}
