package hallmonitor.local.backup;

import java.io.IOException;

/** Thrown if a backup is not what was stored; the message is a sentence that names the file. */
public final class DamagedBackup extends IOException {
  public DamagedBackup(String sentence) {
    super(sentence);
  }
}
