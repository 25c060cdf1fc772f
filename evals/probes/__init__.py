"""Counterfactual probes: one thing about a case is changed, and outcome and tone are compared.

A probe makes a pair of cases that differ in that thing alone. Where something has to be put in (a language, an
instruction), both halves of the pair get a sentence, so that the length of the file is no difference.
"""
