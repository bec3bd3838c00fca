package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OAuthSignerTest {
  /**
   * The example of https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature.
   */
  @Test
  void theExampleOfXsDocumentationIsSignedAsItSays() {
    XSecret secret =
        new XSecret(
            "xvz1evFS4wEEPTGEFPHBog",
            "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");
    OAuthSigner signer =
        new OAuthSigner(
            InstantSource.fixed(Instant.ofEpochSecond(1_318_622_958)),
            () -> "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");
    String header =
        signer.header(
            secret,
            "POST",
            "https://api.twitter.com/1.1/statuses/update.json",
            Map.of(
                "status",
                "Hello Ladies + Gentlemen, a signed OAuth request!",
                "include_entities",
                "true"));
    assertThat(header).contains("oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\"");
  }
}
