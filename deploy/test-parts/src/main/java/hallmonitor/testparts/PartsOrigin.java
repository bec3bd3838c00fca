package hallmonitor.testparts;

/**
 * Where the parts come from.
 *
 * @param containers whether they are containers; otherwise they are embedded
 * @param reason in a few words, for the log
 */
record PartsOrigin(boolean containers, String reason) {
  @Override
  public String toString() {
    return (containers ? "containers" : "embedded") + " (" + reason + ")";
  }
}
