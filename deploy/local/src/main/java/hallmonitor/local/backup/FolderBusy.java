package hallmonitor.local.backup;

import java.io.IOException;

/** Thrown while another program makes a backup in the same folder, which is no failure. */
public final class FolderBusy extends IOException {
  FolderBusy(String sentence) {
    super(sentence);
  }
}
