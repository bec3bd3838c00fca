package hallmonitor.messaging.beat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ServiceBeat.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateEndTest {
  private static final String PASSWORD = "store-password";

  @TempDir private Path folder;
  private Path store;
  private X509Certificate certificate;

  @BeforeEach
  void make() throws Exception {
    store = made("ingest", 100);
    certificate = certificate(store, "ingest");
  }

  private Path made(String name, int days) throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(
        List.of(
            "-genkeypair -alias %1$s -keyalg EC -dname CN=%1$s -validity %2$d -storetype PKCS12 -keystore %3$s -storepass %4$s"
                .formatted(name, days, file, PASSWORD)
                .split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return file;
  }

  private static X509Certificate certificate(Path file, String name) throws Exception {
    return (X509Certificate)
        KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()).getCertificate(name);
  }

  private Instant end() {
    return certificate.getNotAfter().toInstant();
  }

  private Map<String, Object> connection(Path file) {
    Map<String, Object> connection = new HashMap<>();
    connection.put("ssl.keystore.location", file.toString());
    connection.put("ssl.keystore.password", PASSWORD);
    return connection;
  }

  private Path pem() throws Exception {
    return Files.writeString(
        folder.resolve("ingest.pem"),
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + text(certificate));
  }

  private static String text(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  @Test
  void aTextFileAndAStoreSayWhenTheirCertificateEnds() throws Exception {
    assertThat(CertificateEnd.of(connection(pem())).own()).contains(end());
    assertThat(CertificateEnd.of(connection(store)).own()).contains(end());
  }

  @Test
  void aCertificateThatIsASettingSaysWhenItEnds() throws Exception {
    Map<String, Object> connection =
        Map.of("ssl.keystore.certificate.chain", Files.readString(pem()));

    assertThat(CertificateEnd.of(connection).own()).contains(end());
  }

  @Test
  void aMonthBeforeItEndsTheServiceSaysSo() {
    CertificateEnd certificate = CertificateEnd.of(connection(store));

    assertThat(certificate.faults("ingest", end().minus(Duration.ofDays(31)))).isEmpty();
    assertThat(certificate.faults("ingest", end().minus(Duration.ofDays(29))))
        .containsExactly(
            new Fault(
                "certificate",
                "The certificate with which the ingest service signs in to Kafka ends on %s."
                    .formatted(end().toString().substring(0, 10))));
  }

  @Test
  void aMonthBeforeTheBrokersCertificateEndsTheServiceSaysSoThoughItsOwnIsNew() throws Exception {
    Path authority = made("authority", 10);
    Instant first = certificate(authority, "authority").getNotAfter().toInstant();
    Map<String, Object> connection = connection(store);
    connection.put("ssl.truststore.location", authority.toString());
    connection.put("ssl.truststore.password", PASSWORD);

    CertificateEnd held = CertificateEnd.of(connection);

    assertThat(held.faults("ingest", first.minus(Duration.ofDays(31)))).isEmpty();
    assertThat(held.faults("ingest", first.minus(Duration.ofDays(29))))
        .containsExactly(
            new Fault(
                "certificate",
                "The certificate of Kafka's broker, or of its authority, ends on %s."
                    .formatted(first.toString().substring(0, 10))));
  }

  @Test
  void anAuthorityThatEndsBesideANewerOneIsNoFault() throws Exception {
    String both = text(certificate(made("former", 10), "former")) + text(certificate);

    assertThat(CertificateEnd.of(Map.of("ssl.truststore.certificates", both)).broker())
        .contains(end());
  }

  @Test
  void whatIsRenewedInTheFileAloneIsNotInUse() throws Exception {
    Path file = pem();
    CertificateEnd held = CertificateEnd.of(connection(file));
    Files.delete(file);

    assertThat(held.faults("ingest", end())).hasSize(1);
  }

  @Test
  void aServiceWithoutACertificateOrWithAFileThatIsNoneSaysNothing() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");

    assertThat(CertificateEnd.of(Map.of()))
        .isEqualTo(new CertificateEnd(Optional.empty(), Optional.empty()));
    assertThat(CertificateEnd.of(connection(none)).own()).isEmpty();
  }
}
