"""Whether every acknowledged receipt is in the forum's file, once.

usage: compare.py FORUM_SQLITE RECEIPTS
"""

import sqlite3
import sys

known = {row[0] for row in sqlite3.connect(sys.argv[1]).execute("SELECT receipt FROM application")}
acknowledged = [line.strip() for line in open(sys.argv[2])]
lost = [receipt for receipt in acknowledged if receipt not in known]
twice = len(acknowledged) - len(set(acknowledged))
print(f"{len(acknowledged)} applications were acknowledged, {len(lost)} lost, {twice} numbers given twice")
sys.exit(1 if lost or twice else 0)
