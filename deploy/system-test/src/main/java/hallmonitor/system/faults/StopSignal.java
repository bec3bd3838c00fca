package hallmonitor.system.faults;

/** Shuts a part down cleanly when its process is asked to end. */
final class StopSignal {
  private StopSignal() {}

  static void toEnd(AutoCloseable part) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    part.close();
                  } catch (Exception e) {
                    System.err.println("did not end in good order: " + e);
                  }
                }));
  }
}
