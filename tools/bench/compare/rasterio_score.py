"""The excess of each facility of a site over its surroundings, with rasterio: what an analyst runs today.

For each footprint: the mean brightness temperature of its clear pixels, minus the median of the clear pixels between
90 and 300 m around it. One window is read that holds all of them. Products are folders or s3:// prefixes.

    rasterio_score.py SITE PRODUCT         prints the excesses of one product as JSON
    rasterio_score.py SITE --many [N]      reads products from the standard input, with N threads, and prints a line of
                                           JSON for each as soon as it is done
"""

import json
import math
import os
import pathlib
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
import numpy
import rasterio
import rasterio.features
import rasterio.warp
import shapely
import shapely.geometry

UNUSABLE = 0b11111  # QA_PIXEL: fill, dilated cloud, cirrus, cloud, cloud shadow
INNER, OUTER = 90, 300
ENDPOINT = os.environ.get("AWS_ENDPOINT_URL_S3", "")
OPTIONS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_INGESTED_BYTES_AT_OPEN": "32770",
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    "AWS_REQUEST_PAYER": "requester",
    **(
        {"AWS_S3_ENDPOINT": ENDPOINT.split("//")[1], "AWS_HTTPS": "NO", "AWS_VIRTUAL_HOSTING": "FALSE"}
        if ENDPOINT
        else {}
    ),
}


def footprints(site):
    """Ids and polygons of the facilities and controls."""
    features = json.loads(pathlib.Path(site).read_text(encoding="utf-8"))["features"]
    return [
        (feature.get("id") or feature["properties"].get("id"), feature["geometry"])
        for feature in features
        if feature["properties"].get("role", "facility") in ("facility", "control")
    ]


def metadata(product, client):
    name = product.rstrip("/").rsplit("/", 1)[-1] + "_MTL.json"
    if not product.startswith("s3://"):
        return json.loads((pathlib.Path(product) / name).read_text(encoding="utf-8"))["LANDSAT_METADATA_FILE"]
    bucket, _, prefix = product.removeprefix("s3://").partition("/")
    answer = client.get_object(Bucket=bucket, Key=f"{prefix.rstrip('/')}/{name}", RequestPayer="requester")
    return json.loads(answer["Body"].read())["LANDSAT_METADATA_FILE"]


def thermal_band(product, constants):
    """The suffix of the thermal band and the conversion of its counts to kelvin: level 1 or surface temperature."""
    if "_L2SP_" in product:
        scale = constants["LEVEL2_SURFACE_TEMPERATURE_PARAMETERS"]
        factor, offset = float(scale["TEMPERATURE_MULT_BAND_ST_B10"]), float(scale["TEMPERATURE_ADD_BAND_ST_B10"])
        return "ST_B10.TIF", lambda counts: counts * factor + offset
    scale, thermal = constants["LEVEL1_RADIOMETRIC_RESCALING"], constants["LEVEL1_THERMAL_CONSTANTS"]
    factor, offset = float(scale["RADIANCE_MULT_BAND_10"]), float(scale["RADIANCE_ADD_BAND_10"])
    k1, k2 = float(thermal["K1_CONSTANT_BAND_10"]), float(thermal["K2_CONSTANT_BAND_10"])
    return "B10.TIF", lambda counts: k2 / numpy.log(k1 / (counts * factor + offset) + 1)


def excesses(product, polygons, client):
    """The excess of each footprint in kelvin; None if too little of it is clear."""
    suffix, kelvin = thermal_band(product, metadata(product, client))
    base = product.rstrip("/")
    prefix = f"{base}/{base.rsplit('/', 1)[-1]}"
    with rasterio.Env(**OPTIONS), rasterio.open(f"{prefix}_{suffix}") as band:
        shapes = [
            shapely.geometry.shape(rasterio.warp.transform_geom("EPSG:4326", band.crs, geometry))
            for _, geometry in polygons
        ]
        window = rasterio.features.geometry_window(band, [shapely.union_all(shapes).buffer(OUTER)])
        counts, transform = band.read(1, window=window), band.window_transform(window)
        with rasterio.open(f"{prefix}_QA_PIXEL.TIF") as quality:
            clear = (quality.read(1, window=window) & UNUSABLE == 0) & (counts != 0)
    temperature = kelvin(counts.astype("float64"))
    found = {}
    for (name, _), shape in zip(polygons, shapes, strict=True):
        ring = shape.buffer(OUTER).difference(shape.buffer(INNER))
        inside, around = (
            temperature[clear & rasterio.features.geometry_mask([part], counts.shape, transform, invert=True)]
            for part in (shape, ring)
        )
        value = float(inside.mean() - numpy.median(around)) if inside.size and around.size else math.nan
        found[name] = round(value, 3) if math.isfinite(value) else None
    return found


def many(site, threads):
    polygons = footprints(site)
    client = boto3.client("s3") if ENDPOINT else None

    def timed(product):
        start = time.perf_counter()
        found = excesses(product, polygons, client)
        seen = sum(excess is not None for excess in found.values())
        return {"product": product, "seconds": time.perf_counter() - start, "seen": seen}

    products = (line.strip() for line in sys.stdin)
    if threads == 1:
        for product in products:
            print(json.dumps(timed(product)), flush=True)
        return
    with ThreadPoolExecutor(threads) as workers:
        for result in workers.map(timed, products):
            print(json.dumps(result), flush=True)


def main():
    site, second, *rest = sys.argv[1:]
    if second == "--many":
        many(site, int(rest[0]) if rest else 1)
    else:
        client = boto3.client("s3") if second.startswith("s3://") else None
        print(json.dumps(excesses(second, footprints(site), client), indent=2))


if __name__ == "__main__":
    main()
