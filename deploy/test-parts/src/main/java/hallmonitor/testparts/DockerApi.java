package hallmonitor.testparts;

/** What the choice of the parts asks of this machine; Docker or Podman answers. */
interface DockerApi {
  /** Whether containers can be started at all. */
  boolean answers();

  /** Whether this image is on the machine, so that nothing need be fetched. */
  boolean holds(String image);
}
