"""``python -m recruitment`` is ``recruit``."""

from recruitment.cli.main import main

if __name__ == "__main__":
    main()
