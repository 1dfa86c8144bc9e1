"""Many inputs: a plan of shards, workers that convert them, a manifest that tells of every input, and runs that can be resumed.

inputs  → the inputs that the arguments name
plan    → shards, written down before the first is begun
shard   → one shard to its output and its part of the manifest; the same bytes every time, wherever it is run
local   → shards on processes of this machine; cluster: on Dask
manifest → one line an input, put together from the parts
"""
