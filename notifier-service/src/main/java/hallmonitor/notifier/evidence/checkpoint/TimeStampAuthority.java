package hallmonitor.notifier.evidence.checkpoint;

import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Requests time stamps from an independent clock and key (RFC 3161, over HTTP according to its
 * section 3.4).
 *
 * @param url of the authority
 */
public record TimeStampAuthority(URI url) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(20);

  /** Size limit in bytes; a token with its certificates has a few thousand. */
  private static final int LARGEST = 1 << 20;

  private static final int OK = 200;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Thrown when there is no time stamp, with words for a person. */
  public static final class NoTimeStamp extends Exception {
    private final String why;

    NoTimeStamp(String message, @Nullable Throwable cause) {
      super(message, cause);
      this.why = message;
    }

    /** Why it proves nothing. */
    public String why() {
      return why;
    }
  }

  /**
   * The content of a time stamp.
   *
   * @param authority the subject of the signing certificate
   */
  public record Stamped(Instant at, String authority) {}

  /**
   * Requests a time stamp.
   *
   * @param sha256 of what is stamped, 32 bytes
   * @return the token, DER
   */
  byte[] stamp(byte[] sha256) throws NoTimeStamp {
    try {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      TimeStampRequest request =
          generator.generate(
              NISTObjectIdentifiers.id_sha256, sha256, new BigInteger(64, new SecureRandom()));
      HttpResponse<byte[]> answer =
          Exchange.within(
              WHOLE,
              HTTP,
              HttpRequest.newBuilder(url)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                  .build(),
              CappedBody.upTo(LARGEST));
      if (answer.statusCode() != OK) {
        throw new NoTimeStamp("it answered " + answer.statusCode(), null);
      }
      TimeStampResponse response = new TimeStampResponse(answer.body());
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new NoTimeStamp("it refused: " + response.getStatusString(), null);
      }
      byte[] token = response.getTimeStampToken().getEncoded();
      check(token, sha256);
      return token;
    } catch (TimeoutException e) {
      throw new NoTimeStamp("it did not answer within " + WHOLE.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new NoTimeStamp(
          "it cannot be reached ("
              + Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName()
              + ")",
          e);
    } catch (IOException e) {
      throw new NoTimeStamp("it cannot be reached (" + e.getClass().getSimpleName() + ")", e);
    } catch (TSPException e) {
      throw new NoTimeStamp("its answer is not one to the question: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoTimeStamp("interrupted", e);
    }
  }

  /**
   * Verifies offline that a token is signed by its certificate and covers these bytes. The reader
   * decides whether to trust that certificate.
   *
   * @throws NoTimeStamp saying why it proves nothing
   */
  public static Stamped check(byte[] token, byte[] sha256) throws NoTimeStamp {
    try {
      TimeStampToken stamp = new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(token));
      Store<X509CertificateHolder> certificates = stamp.getCertificates();
      // The library was compiled without the type parameters that say what this selects.
      @SuppressWarnings("unchecked")
      Collection<X509CertificateHolder> signers = certificates.getMatches(stamp.getSID());
      if (signers.isEmpty()) {
        throw new NoTimeStamp("it holds no certificate", null);
      }
      X509CertificateHolder signer = signers.iterator().next();
      stamp.validate(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(signer));
      boolean aboutThis =
          stamp.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
              && java.security.MessageDigest.isEqual(
                  stamp.getTimeStampInfo().getMessageImprintDigest(), sha256);
      if (!aboutThis) {
        throw new NoTimeStamp("it is about something else", null);
      }
      return new Stamped(
          stamp.getTimeStampInfo().getGenTime().toInstant(), signer.getSubject().toString());
    } catch (NoTimeStamp e) {
      throw e;
    } catch (Exception e) { // anything that the library throws for the bytes of a file
      throw new NoTimeStamp("it is no valid time stamp", e);
    }
  }
}
