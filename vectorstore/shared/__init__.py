"""An organisation's passages on a Chroma server, for all its machines.

    drafter-current             a collection without vectors; its metadata names the publication that answers
    drafter-<kind>-<name>       the passages of one kind in the publication <name>: text, metadata, vectors
    drafter-writer              exists while somebody publishes; its metadata says who, and when he was last seen

A publication gets collections of its own and is only named in `drafter-current` when they are complete. The one before
is kept until the next, for clients that have just looked it up. The word index cannot live on the server: each client
makes it from the passages of the publication, once, and knows by the name which one it was made from.
"""

from vectorstore.shared.connection import Server
from vectorstore.shared.publication import SHARED_KINDS, publish
from vectorstore.shared.replica import attach

__all__ = ["SHARED_KINDS", "Server", "attach", "publish"]
