package hallmonitor.notifier.evidence.verify;

/**
 * What a package may hold before it is read no further: a small .zip can claim a thousand times as
 * much.
 *
 * @param bytes of all files, unpacked
 * @param fileBytes of one file
 * @param jsonBytes of one file with JSON, and of the list of hashes
 * @param tokens of all JSON together: names, values and brackets
 */
public record PackageLimits(long bytes, int fileBytes, int jsonBytes, int tokens) {
  /** Far more than a case has, for a command with a machine's memory. */
  public static final PackageLimits OF_COMMAND =
      new PackageLimits(512L << 20, 256 << 20, 256 << 20, 20_000_000);

  /** For a service, which has less memory. */
  public static final PackageLimits OF_SERVICE =
      new PackageLimits(64L << 20, 24 << 20, 8 << 20, 500_000);
}
