"""The bytes that the clip of a site needs of each product: its metadata and, of each band, what precedes the first tile
and the tiles that the clip touches.

    bytes_needed.py SITE ARCHIVE < PRODUCTS
"""

import json
import math
import pathlib
import sys

import rasterio
import rasterio.warp

MARGIN = 2000  # metres around the bounds of the site, as in the clip
LEVEL_1, LEVEL_2 = ("B10.TIF", "QA_PIXEL.TIF"), ("ST_TRAD.TIF", "QA_PIXEL.TIF", "ST_ATRAN.TIF")


def tiles(file, bounds):
    """Bytes before the first tile, and of all tiles that bounds in longitude and latitude touch."""
    with rasterio.open(file) as band:
        west, south, east, north = rasterio.warp.transform_bounds("EPSG:4326", band.crs, *bounds, densify_pts=0)
        left, top = ~band.transform * (west - MARGIN, north + MARGIN)
        right, bottom = ~band.transform * (east + MARGIN, south - MARGIN)
        height, width = band.block_shapes[0]
        columns = range(max(0, int(left // width)), math.ceil(min(right, band.width) / width))
        rows = range(max(0, int(top // height)), math.ceil(min(bottom, band.height) / height))
        sizes = [item(band, "SIZE", column, row) for row in rows for column in columns]
        offsets = [
            item(band, "OFFSET", column, row)
            for row in range(math.ceil(band.height / height))
            for column in range(math.ceil(band.width / width))
        ]
        return min(offset for offset in offsets if offset) + sum(sizes)


def item(band, name, column, row):
    return int(band.get_tag_item(f"BLOCK_{name}_{column}_{row}", "TIFF", bidx=1) or 0)


def main():
    site, archive = (pathlib.Path(argument) for argument in sys.argv[1:])
    definition = json.loads(site.read_text(encoding="utf-8"))
    bounds = definition.get("bounds") or definition["properties"]["bounds"]
    for line in sys.stdin:
        folder = archive / line.strip()
        needed = next(folder.glob("*_MTL.json")).stat().st_size
        for suffix in LEVEL_2 if "_L2SP_" in folder.name else LEVEL_1:
            needed += tiles(folder / f"{folder.name}_{suffix}", bounds)
        print(json.dumps(needed), flush=True)


if __name__ == "__main__":
    main()
