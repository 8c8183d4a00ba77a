#!/usr/bin/env python3
"""How evenly the dossiers of the country fall on several databases, by what is chosen as the key of distribution.

A run draws a year of the country: 34 provinces and cities of unequal size, their communes, dossiers by commune. Each key goes by a hash
to one of the shards, shards go round robin to the databases. Only Python's standard library. Options: --dossiers, --shards, --seed.
"""
import argparse
import hashlib
import random
import statistics

PROVINCES = 34
COMMUNES = 3321


def draw(total, chance):
    """Dossiers by (province, commune), and of each how many touch another province."""
    sizes = sorted((chance.lognormvariate(0, 0.6) for _ in range(PROVINCES)), reverse=True)
    # The two great cities handle several times what an average province does.
    sizes[0] *= 3
    sizes[1] *= 2.5
    whole = sum(sizes)
    communes = []
    for province, size in enumerate(sizes):
        weights = [chance.lognormvariate(0, 0.8) for _ in range(max(40, round(COMMUNES * size / whole)))]
        weight = sum(weights)
        communes += [(province, number, total * size / whole * w / weight) for number, w in enumerate(weights)]
    return communes


def shard_of(key, shards):
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") % shards


def spread(parts, shards, databases):
    """Load of the fullest database by that of an even one."""
    load = [0.0] * databases
    for key, dossiers in parts:
        load[shard_of(key, shards) % databases] += dossiers
    return max(load) / statistics.mean(load)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dossiers", type=int, default=16_500_000)
    options.add_argument("--shards", type=int, default=128)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    chance = random.Random(options.seed)
    communes = draw(options.dossiers, chance)
    by_province = {}
    for province, _, dossiers in communes:
        by_province[province] = by_province.get(province, 0) + dossiers
    keys = {
        "province": [(f"p{province}", dossiers) for province, dossiers in by_province.items()],
        "province, placed by hand": None,
        "receiving agency": [(f"p{province}c{number}", dossiers) for province, number, dossiers in communes],
        "dossier": [(f"p{province}c{number}d{part}", dossiers / 50) for province, number, dossiers in communes for part in range(50)],
    }
    print(f"{options.dossiers:,} dossiers a year, {len(communes):,} communes, largest province {max(by_province.values()) / options.dossiers:.1%}, {options.shards} shards")
    print("| key | 2 databases | 4 | 8 |\n|---|---:|---:|---:|")
    for name, parts in keys.items():
        cells = []
        for databases in (2, 4, 8):
            if parts is None:
                load = [0.0] * databases
                for dossiers in sorted(by_province.values(), reverse=True):
                    load[load.index(min(load))] += dossiers
                cells.append(max(load) / statistics.mean(load))
            else:
                cells.append(spread(parts, options.shards, databases))
        print(f"| {name} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")


if __name__ == "__main__":
    main()
