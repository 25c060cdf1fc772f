"""From the words of a request to its lock, and the same words found in records."""

from drafter.lock.drugs import FoundDrug, drug_classes, find_drugs, ingredients
from drafter.lock.levels import FoundLevel, find_levels
from drafter.lock.numbers import FoundNumber, find_numbers
from drafter.lock.parse import parse_lock
from drafter.lock.quantities import FoundQuantity, find_quantities
from drafter.lock.sites import FoundSite, find_sites
from drafter.lock.treatments import FoundTreatment, find_treatments

__all__ = [
    "FoundDrug",
    "FoundLevel",
    "FoundNumber",
    "FoundQuantity",
    "FoundSite",
    "FoundTreatment",
    "drug_classes",
    "find_drugs",
    "find_levels",
    "find_numbers",
    "find_quantities",
    "find_sites",
    "find_treatments",
    "ingredients",
    "parse_lock",
]
