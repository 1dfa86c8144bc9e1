"""Plans: inputs to shards, names that never clash."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.scaling.plan import shards

NAMES = st.lists(st.sampled_from(["a.txt", "a.html", "A.txt", "b/a.txt", "a.txt-2", "a", "c.warc.gz"]), max_size=30)


@given(NAMES, st.integers(1, 5))
def test_every_input_stands_once_under_a_name_of_its_own(names: list[str], size: int) -> None:
    """In order, none lost, none twice, no shard too large, archives alone; no two outputs that a file system could take for one."""
    planned = list(shards(((f"in/{n}/{name}", name) for n, name in enumerate(names)), size))
    items = [item for shard in planned for item in shard.items]
    assert [item.path for item in items] == [f"in/{n}/{name}" for n, name in enumerate(names)]
    assert len({item.name.lower() for item in items}) == len(items)
    assert [shard.number for shard in planned] == list(range(len(planned)))
    assert all(len(shard.items) <= size and (shard.archive or not any(i.path.endswith(".gz") for i in shard.items)) for shard in planned)
