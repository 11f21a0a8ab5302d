"""The results of earlier runs, each stored under the hash of its inputs."""
