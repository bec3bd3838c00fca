package hallmonitor.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The received mails, one {@code .eml} file each, named by number and time, with the raw source.
 */
final class MailFolder {
  private static final System.Logger LOG = System.getLogger(MailFolder.class.getName());
  private static final Pattern NAME = Pattern.compile("(\\d{6,9})-(\\d{8}T\\d{9}Z)\\.eml");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final String ENVELOPE = "Delivered-To";

  private final Path folder;
  private final Clock clock;
  private final List<Mail> mails = new ArrayList<>(); // oldest first
  private int lastId;

  private MailFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Opens the folder and reads earlier mails; ignores files that are not mails. */
  static MailFolder open(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    var opened = new MailFolder(folder, clock);
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.comparing(Path::getFileName)).toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          opened.lastId = Math.max(opened.lastId, Integer.parseInt(name.group(1)));
          opened.readHeaders(file, name);
        }
      }
    }
    return opened;
  }

  private void readHeaders(Path file, Matcher name) {
    try {
      var arrived = TIME.parse(name.group(2), Instant::from);
      mails.add(describe(Integer.parseInt(name.group(1)), arrived, file));
    } catch (IOException | MessagingException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The mail in " + file + " cannot be read and is not shown",
          e);
    }
  }

  private static Mail describe(int id, Instant arrived, Path file)
      throws IOException, MessagingException {
    MimeMessage message = MailContent.parse(file);
    String[] to = message.getHeader(ENVELOPE);
    String[] from = message.getHeader("From");
    String subject = message.getSubject();
    return new Mail(
        id,
        arrived,
        from == null ? "" : jakarta.mail.internet.MimeUtility.decodeText(from[0]),
        to == null ? List.of() : Arrays.asList(to),
        subject == null ? "" : subject,
        Files.size(file),
        file);
  }

  /**
   * Stores a mail. The complete file is on disk before this returns.
   *
   * @param recipients of the SMTP envelope
   */
  synchronized Mail keep(byte[] source, List<String> recipients)
      throws IOException, MessagingException {
    int id = ++lastId;
    Instant now = clock.instant();
    Path file = folder.resolve("%06d-%s.eml".formatted(id, TIME.format(now)));
    Path unfinished = folder.resolve(file.getFileName() + ".part");
    var envelope = new StringBuilder();
    recipients.forEach(to -> envelope.append(ENVELOPE).append(": ").append(to).append("\r\n"));
    try (var out = Files.newOutputStream(unfinished)) {
      out.write(envelope.toString().getBytes(StandardCharsets.UTF_8));
      out.write(source);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    Mail mail = describe(id, now, file);
    mails.add(mail);
    return mail;
  }

  /** Returns at most {@code most} mails, newest first. */
  synchronized List<Mail> newest(int most) {
    List<Mail> newest =
        new ArrayList<>(mails.subList(Math.max(0, mails.size() - most), mails.size()));
    java.util.Collections.reverse(newest);
    return newest;
  }

  synchronized Optional<Mail> get(int id) {
    return mails.stream().filter(mail -> mail.id() == id).findFirst();
  }

  synchronized int total() {
    return mails.size();
  }

  /** Returns the number of the last mail, which changes when one arrives. */
  synchronized int lastId() {
    return lastId;
  }
}
