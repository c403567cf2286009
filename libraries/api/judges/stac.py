"""Checks an API with pystac and pystac-client."""
import copy
import sys

from pystac.validation import validate_dict
from pystac_client import Client

MAX_ITEMS = 30


def is_rejected(item):
    try:
        validate_dict(item)
    except Exception:  # the type depends on the defect
        return True
    return False


def validate(item):
    """Validates with the schemas that pystac brings; those of extensions would be fetched from the internet."""
    core = copy.deepcopy(item)
    core.pop("stac_extensions", None)
    validate_dict(core)


def check_rasters(item):
    """Every raster of a scene says where its pixels lie, and the extensions are declared."""
    for name in ("clip", "excess"):
        asset = item["assets"].get(name)
        if asset:
            assert asset["proj:code"].startswith("EPSG:"), (item["id"], name)
            assert len(asset["proj:shape"]) == 2 and len(asset["proj:transform"]) == 6, (item["id"], name)
            assert any("/projection/v2" in uri for uri in item["stac_extensions"]), item["id"]
    assert "raster:scale" in item["assets"]["clip"]["bands"][0], item["id"]


def main(url):
    client = Client.open(url)
    client.validate()
    for wanted in ("core", "collections", "ogcapi-features", "item-search"):
        assert any(uri.endswith("/" + wanted) for uri in client.get_conforms_to()), wanted
    for collection in client.get_collections():
        collection.validate()
        items = list(client.search(collections=[collection.id], max_items=MAX_ITEMS, limit=10).items_as_dicts())
        assert items, collection.id
        for item in items:
            validate(item)
            if collection.id == "scenes":
                check_rasters(item)
        broken = copy.deepcopy(items[0])
        del broken["properties"]["datetime"]
        assert is_rejected(broken), "an invalid item was accepted, so validation proves nothing"
        print(f"stac: {collection.id}: {len(items)} items are valid")
    scenes = client.search(collections=["scenes"]).matched()
    found = [item.id for item in client.search(collections=["scenes"], limit=50).items()]
    assert len(found) == len(set(found)) == scenes, (len(found), scenes)
    newest = client.search(collections=["scenes"], sortby="-datetime", max_items=1).item_collection()[0]
    day = newest.datetime.date().isoformat()
    for method in ("GET", "POST"):
        same = client.search(method=method, collections=["scenes"], datetime=f"{day}/{day}", bbox=newest.bbox)
        assert newest.id in [item.id for item in same.items()], method
        nowhere = client.search(method=method, bbox=[10, 50, 11, 51])
        assert nowhere.matched() == 0, method
        by_id = client.search(method=method, ids=[newest.id])
        assert [item.id for item in by_id.items()] == [newest.id], method
        inside = client.search(method=method, collections=["facilities"], intersects=newest.geometry)
        assert inside.matched() > 0, method
    assert client.get_collection("scenes").get_item(newest.id).id == newest.id
    print(f"stac: searched {scenes} scenes by GET and POST")


if __name__ == "__main__":
    main(sys.argv[1])
