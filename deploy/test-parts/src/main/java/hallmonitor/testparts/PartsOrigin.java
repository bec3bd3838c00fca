package hallmonitor.testparts;

/**
 * Where the parts come from.
 *
 * @param containers or else the embedded ones
 * @param reason in a few words, for the log
 */
record PartsOrigin(boolean containers, String reason) {
  @Override
  public String toString() {
    return (containers ? "containers" : "embedded") + " (" + reason + ")";
  }
}
