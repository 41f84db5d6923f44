"""Whether there is a Java here, for the tests that start Spark."""

import os
import shutil

import pytest

NO_JAVA = "no Java on PATH"
HAS_JAVA = "JAVA_HOME" in os.environ or shutil.which("java") is not None
needs_java = pytest.mark.skipif(not HAS_JAVA, reason=NO_JAVA)
