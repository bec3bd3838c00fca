package hallmonitor.messaging.beat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG;

import hallmonitor.contract.event.ServiceBeat.Fault;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when a service and the broker know each other by the certificates that the service holds
 * since its start, whatever is in the files by now.
 *
 * @param own the end of its own certificate; empty for a service that has none
 * @param broker the end of those by which it knows the broker, which are made together with the
 *     broker's own; empty if it goes by the authorities that Java knows
 */
record CertificateEnd(Optional<Instant> own, Optional<Instant> broker) {
  /** Long enough for someone who is on vacation to come back. */
  static final Duration TOLD_BEFORE = Duration.ofDays(30);

  private static final System.Logger LOG = System.getLogger(CertificateEnd.class.getName());

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  /**
   * Returns the ends, as far as the files can be read.
   *
   * @param kafka the connection to the brokers
   */
  static CertificateEnd of(Map<String, Object> kafka) {
    return new CertificateEnd(
        ends(
                kafka,
                SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG,
                SSL_KEYSTORE_LOCATION_CONFIG,
                SSL_KEYSTORE_PASSWORD_CONFIG)
            .min(Instant::compareTo),
        // One authority is enough to know the broker: another may have ended long ago.
        ends(
                kafka,
                SSL_TRUSTSTORE_CERTIFICATES_CONFIG,
                SSL_TRUSTSTORE_LOCATION_CONFIG,
                SSL_TRUSTSTORE_PASSWORD_CONFIG)
            .max(Instant::compareTo));
  }

  private static Stream<Instant> ends(
      Map<String, Object> kafka, String text, String location, String password) {
    Object file = kafka.get(location);
    try {
      return certificates(kafka.get(text), file, kafka.get(password)).stream()
          .filter(X509Certificate.class::isInstance)
          .map(each -> ((X509Certificate) each).getNotAfter().toInstant());
    } catch (IOException | GeneralSecurityException e) {
      // Kafka's own client reads the same file, and says what is wrong with it.
      LOG.log(
          System.Logger.Level.WARNING,
          "Nobody can be told when the certificate in {0} ends: {1}",
          kafka.containsKey(text) ? text : file,
          e.getClass().getSimpleName());
      return Stream.empty();
    }
  }

  private static List<Certificate> certificates(
      @Nullable Object text, @Nullable Object file, @Nullable Object password)
      throws IOException, GeneralSecurityException {
    if (text != null) {
      return inText(text.toString());
    }
    return file == null
        ? List.of()
        : inFile(Path.of(file.toString()), password == null ? "" : password.toString());
  }

  private static List<Certificate> inFile(Path file, String password)
      throws IOException, GeneralSecurityException {
    List<Certificate> all = inText(new String(Files.readAllBytes(file), US_ASCII));
    return all.isEmpty() ? inStore(file.toFile(), password) : all;
  }

  private static List<Certificate> inText(String text) throws GeneralSecurityException {
    List<Certificate> all = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (String each : PEM.matcher(text).results().map(found -> found.group()).toList()) {
      all.add(factory.generateCertificate(new ByteArrayInputStream(each.getBytes(UTF_8))));
    }
    return all;
  }

  private static List<Certificate> inStore(File file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(file, password.toCharArray());
    List<Certificate> all = new ArrayList<>();
    for (String name : Collections.list(store.aliases())) {
      all.add(store.getCertificate(name));
    }
    return all;
  }

  /** Returns what a service says of itself from a month before an end on. */
  List<Fault> faults(String service, Instant now) {
    return Stream.concat(
            told(own, now)
                .map(
                    day ->
                        "The certificate with which the %s service signs in to Kafka ends on %s."
                            .formatted(service, day)),
            told(broker, now)
                .map(
                    day ->
                        "The certificate of Kafka's broker, or of its authority, ends on %s."
                            .formatted(day)))
        .map(why -> new Fault("certificate", why))
        .toList();
  }

  private static Stream<LocalDate> told(Optional<Instant> end, Instant now) {
    return end
        .filter(at -> now.isAfter(at.minus(TOLD_BEFORE)))
        .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
        .stream();
  }
}
