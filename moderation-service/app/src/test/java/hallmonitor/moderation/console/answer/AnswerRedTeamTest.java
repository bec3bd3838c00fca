package hallmonitor.moderation.console.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.printing.PdfText;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Someone who wants to know what is left out looks into every byte of every file: unpacked, decoded
 * from all streams of a PDF, and in several encodings. Knows nothing of how the package is checked.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AnswerRedTeamTest extends AnswersAtWork {
  private static final String NAMED =
      "Zoë Quillfeather (zoe.q@example.org) missed the bus \uD83D\uDE8C";
  private static final String COMBINED =
      "Ask Jose\u0301 Xochitl, (555) 867-5309,\r\nor 8675309, about the bus";
  private static final String BIDI =
      "bus \u202Eyzzub\u202C by \u05D0\u05D1\u05D2\u05D3\u05D4\u05D5 today";
  private static final String WITHHELD = "Vermillion umbrella at 77 Sassafras Lane near the bus";
  private static final String PICTURE = "https://pictures.example/quokka.png";
  private static final String AUTHOR = "Wilhelmina Grubb";

  private static final List<String> SECRETS =
      List.of(
          "Quillfeather",
          "zoe.q@example.org",
          "Xochitl",
          "867-5309",
          "8675309",
          "yzzub",
          "\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5",
          "Vermillion",
          "umbrella",
          "Sassafras",
          "quokka",
          "Wilhelmina",
          "Grubb",
          "c-wilhelmina",
          "Withheld Author",
          "192.0.2.7",
          "s3cr3t-token",
          NAMED,
          COMBINED,
          BIDI,
          WITHHELD,
          PICTURE,
          AUTHOR);

  private final Map<String, byte[]> looked = new LinkedHashMap<>();

  @BeforeEach
  void hostileItems() {
    deciding.allowed("71", "Dana Reyes", "The bus was late", Duration.ofMinutes(9));
    deciding.allowed("72", "Kai Lund", NAMED, Duration.ofMinutes(8));
    deciding.allowed("73", AUTHOR, COMBINED, Duration.ofMinutes(7));
    deciding.allowed("74", "Sam Ito", BIDI, Duration.ofMinutes(6));
    deciding.allowed("75", "Withheld Author", WITHHELD, Duration.ofMinutes(5));
    database.write(
        h -> {
          h.execute("update revision set attachments = array[?] where comment_id = '73'", PICTURE);
          h.execute(
              "update comment set permalink = 'https://site.example/c-wilhelmina' where comment_id = '73'");
          h.execute(
              """
              update revision set raw = jsonb_build_object('body', body, 'ip', '192.0.2.7', 'token', 's3cr3t-token',
                'author', 'Wilhelmina Grubb')::text
              """);
          return 1;
        });
    asked("bus");
    redact(NAMED, "Zoë Quillfeather", "zoe.q@example.org");
    long combined = item(COMBINED);
    redact(combined, Redaction.ofAuthor(FERPA));
    redact(combined, Redaction.ofAttachment(PICTURE, FERPA));
    redact(COMBINED, "Jose\u0301 Xochitl", "(555) 867-5309", "8675309");
    redact(BIDI, "\u202Eyzzub\u202C", "\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5");
    decide(item(WITHHELD), "withhold", "exemption", "ferpa");
    releaseTheRest();
  }

  @Test
  void nothingThatIsLeftOutIsInAnyByteOfThePackage() throws IOException {
    make(2);
    sign();
    assertThat(state()).isEqualTo("ready");
    byte[] zip = parts.open(answer()).readAllBytes();

    look("the .zip", zip);
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        look("name " + file.getName(), file.getName().getBytes(UTF_8));
        byte[] content = files.readAllBytes();
        look(file.getName(), content);
        if (file.getName().endsWith(".pdf")) {
          streams(file.getName(), content);
        }
      }
    }

    assertThat(looked.keySet()).hasSizeGreaterThan(40);
    assertThat(found("The bus was late")).as("the search finds what is there").isNotEmpty();
    assertThat(SECRETS.stream().flatMap(this::found)).isEmpty();
    look("a hash", hash("SHA-256", WITHHELD.getBytes(UTF_8)).getBytes(UTF_8));
    assertThat(found(WITHHELD)).as("the search knows hashes").hasSize(1);
  }

  @Test
  void norIsItInWhatTheConsoleShowsOrKeepsOfThePackage() {
    make();
    sign();

    look("answer page", page(officer, path + "/answer").getBytes(UTF_8));
    look("request page", page(officer, path).getBytes(UTF_8));
    for (String table : List.of("records_answer", "records_answer_leak", "records_delivery")) {
      look(table, String.join("\n", texts("select t::text from " + table + " t")).getBytes(UTF_8));
    }
    look("audit", String.join("\n", texts("select detail from audit")).getBytes(UTF_8));

    assertThat(SECRETS.stream().flatMap(this::found)).isEmpty();
  }

  private void look(String place, byte[] content) {
    looked.put(place, content);
  }

  /** Every stream of a PDF as it is decoded, its text, and its strings. */
  private void streams(String name, byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
          look(name + " stream " + key, stream.createInputStream().readAllBytes());
        }
      }
    }
    PdfText text = PdfText.of(pdf);
    look(name + " text", text.text().getBytes(UTF_8));
    look(name + " in one line", text.text().replaceAll("\\s", "").getBytes(UTF_8));
    look(name + " beside", String.join("\n", text.beside()).getBytes(UTF_8));
  }

  private Stream<String> found(String secret) {
    List<byte[]> forms = new ArrayList<>();
    for (String form : forms(secret)) {
      for (Charset charset : List.of(UTF_8, ISO_8859_1, UTF_16BE, UTF_16LE)) {
        forms.add(form.getBytes(charset));
      }
    }
    return looked.entrySet().stream()
        .filter(place -> forms.stream().anyMatch(form -> contains(place.getValue(), form)))
        .map(place -> secret + " in " + place.getKey());
  }

  private static List<String> forms(String secret) {
    String plain = Normalizer.normalize(secret, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    StringBuilder escaped = new StringBuilder();
    secret.chars().forEach(c -> escaped.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
    byte[] bytes = secret.getBytes(UTF_8);
    return Stream.of(
            secret,
            plain,
            secret.replaceAll("\\s", ""),
            new StringBuilder(secret).reverse().toString(),
            escaped.toString(),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().formatHex(secret.getBytes(UTF_16BE)),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            hash("SHA-256", bytes),
            hash("MD5", bytes))
        .flatMap(f -> Stream.of(f, f.toLowerCase(Locale.ROOT), f.toUpperCase(Locale.ROOT)))
        .filter(f -> f.chars().noneMatch(c -> c == '?'))
        .distinct()
        .toList();
  }

  /** Who guesses a text can compare its hash. */
  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean contains(byte[] content, byte[] part) {
    // Short ones stand in compressed bytes by chance. What an encoding cannot write becomes a
    // question mark, which stands everywhere.
    if (part.length < 5 || new String(part, ISO_8859_1).contains("?")) {
      return false;
    }
    return new String(content, ISO_8859_1).contains(new String(part, ISO_8859_1));
  }
}
