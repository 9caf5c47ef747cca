"""Where incidents lie, on the record that the app shows."""

from __future__ import annotations

from tests.web.serving import Site


def test_an_incident_lies_where_one_of_its_events_is_read_to_be(site: Site) -> None:
    """The point is that of a place of its name, as the gazetteer has it; most incidents with a place have one."""
    placed = 0
    for incident in site.live.desk.record.incidents:
        if incident.point is None:
            continue
        placed += 1
        readings = {ref: site.live.reading(ref.report) for ref in incident.members}
        places = [place for ref, read in readings.items() if read for place in read.events[ref.index].place]
        assert (incident.point.id, incident.place) in {(one.id, one.name) for one in places}
        (lies,) = {(one.latitude, one.longitude) for one in places if one.id == incident.point.id}
        assert lies == (incident.point.latitude, incident.point.longitude)
    told = sum(one.place is not None for one in site.live.desk.record.incidents)
    assert placed > told / 2 > 0
