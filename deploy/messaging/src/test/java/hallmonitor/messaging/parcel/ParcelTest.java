package hallmonitor.messaging.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private static final UUID ORDER = UUID.randomUUID();
  private final ParcelKey key = new ParcelKey(ParcelKey.create());
  private final ParcelSealing sealing = new ParcelSealing(key.publicKey(), ORDER);

  @Test
  void aFileOfSeveralPartsArrivesAsItWas() throws Exception {
    byte[] file = new byte[ParcelSealing.MOST * 2 + 17];
    new Random(5).nextBytes(file);
    List<String> parts = new ArrayList<>();

    ParcelOutput out = new ParcelOutput(sealing, (number, part) -> parts.add(part));
    try (out) {
      out.write(file, 0, 100);
      out.write(file[100]);
      out.write(file, 101, file.length - 101);
    }

    ByteArrayOutputStream opened = new ByteArrayOutputStream();
    for (int n = 0; n < parts.size(); n++) {
      opened.write(key.open(ORDER, n, parts.get(n)));
    }
    assertThat(out.parts()).isEqualTo(3);
    assertThat(opened.toByteArray()).isEqualTo(file);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThan(1 << 20));
  }

  @Test
  void anEmptyFileHasNoParts() throws Exception {
    ParcelOutput out = new ParcelOutput(sealing, (number, part) -> {});
    out.close();
    assertThat(out.parts()).isZero();
  }

  @Test
  void aPartOpensForItsKeyOrderAndPlaceOnly() {
    String part = sealing.seal(1, new byte[] {1, 2, 3});

    assertUnopened(key, UUID.randomUUID(), 1, part);
    assertUnopened(key, ORDER, 0, part);
    assertUnopened(new ParcelKey(ParcelKey.create()), ORDER, 1, part);
    assertUnopened(key, ORDER, 1, part.substring(0, part.length() - 2) + "AA");
    assertUnopened(key, ORDER, 1, "no part at all");
  }

  private static void assertUnopened(ParcelKey by, UUID order, int number, String part) {
    assertThatThrownBy(() -> by.open(order, number, part)).isInstanceOf(ParcelKey.Unopened.class);
  }

  @Test
  void aPublicKeyOpensNothing() {
    assertThatThrownBy(() -> new ParcelKey(key.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ParcelKey("{\"kty\":\"EC\",\"d\":\"secret\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
