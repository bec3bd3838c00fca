package hallmonitor.testparts;

/** What the choice of the parts needs to know about this machine; Docker or Podman answers. */
interface DockerApi {
  /** Returns whether containers can be started at all. */
  boolean answers();

  /** Returns whether this image is on the machine, so that nothing needs to be fetched. */
  boolean holds(String image);
}
