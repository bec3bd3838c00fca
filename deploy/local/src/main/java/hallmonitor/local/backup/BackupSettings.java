package hallmonitor.local.backup;

import hallmonitor.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Where and how to back up.
 *
 * @param folder of the backups
 * @param passphraseFile a file with the passphrase that seals the secrets; empty to leave them out
 * @param keep how many copies of the database stay, at least 1
 * @param at when the daily copy is due, in the time zone of this machine
 */
public record BackupSettings(Path folder, Optional<Path> passphraseFile, int keep, LocalTime at) {
  public static final int KEEP = 7;
  public static final String AT = "02:00";
  private static final int SHORTEST = 12;

  public BackupSettings {
    folder = folder.toAbsolutePath().normalize();
    if (keep < 1) {
      throw new IllegalArgumentException("at least one backup is kept, not " + keep);
    }
  }

  /**
   * Returns the passphrase.
   *
   * @throws CannotStart if its file cannot be read or is too short
   */
  public Optional<String> passphrase() {
    return passphraseFile.map(BackupSettings::passphrase);
  }

  /**
   * Reads a passphrase: the file's text without blanks around it.
   *
   * @throws CannotStart if it cannot be read or has fewer than 12 characters
   */
  public static String passphrase(Path file) {
    try {
      String text = Files.readString(file).strip();
      if (text.length() < SHORTEST) {
        throw new CannotStart(
            "The passphrase in %s is shorter than %d characters: write a longer one, and keep it where this machine's loss does not reach it."
                .formatted(file, SHORTEST));
      }
      return text;
    } catch (IOException e) {
      throw new CannotStart(
          "The file %s with the backup's passphrase cannot be read: name one that can."
              .formatted(file),
          e);
    }
  }
}
