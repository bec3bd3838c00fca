package hallmonitor.local.mailbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One received mail.
 *
 * @param id counts up from 1
 * @param to the addresses of the SMTP envelope: the real recipients, no matter what the headers say
 * @param file the raw source
 */
record Mail(
    int id, Instant arrived, String from, List<String> to, String subject, long size, Path file) {
  Mail {
    to = List.copyOf(to);
  }
}
