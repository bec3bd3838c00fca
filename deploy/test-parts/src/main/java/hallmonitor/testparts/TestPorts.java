package hallmonitor.testparts;

import hallmonitor.embedded.FreePorts;

/** Ports for servers that a test starts after something was configured with them. */
public final class TestPorts {
  private TestPorts() {}

  /**
   * Returns a port of 127.0.0.1 that is free, as {@link FreePorts#one} does: no connection is
   * likely to take it before the server starts, nor while a test has stopped it.
   */
  public static int one() {
    try {
      // Quarkus loads test code again for every profile, and each copy would begin with the same
      // port.
      return (Integer)
          Class.forName(FreePorts.class.getName(), true, ClassLoader.getSystemClassLoader())
              .getMethod("one")
              .invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
