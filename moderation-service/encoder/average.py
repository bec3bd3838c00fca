"""Averages the weights of two courses of fine-tuning.

usage: python3 average.py first.pt second.pt out.pt [share of the second, 0.65]
"""
import sys

import torch


def main():
    first, second = torch.load(sys.argv[1]), torch.load(sys.argv[2])
    share = float(sys.argv[4]) if len(sys.argv) > 4 else 0.65
    torch.save({name: (1 - share) * first[name] + share * second[name] for name in first}, sys.argv[3])


if __name__ == "__main__":
    main()
