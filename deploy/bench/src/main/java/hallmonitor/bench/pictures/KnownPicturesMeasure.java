package hallmonitor.bench.pictures;

import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.messaging.picture.PostedPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Measures by how many bits known pictures differ from what people make of them, and from pictures
 * that are not alike.
 */
final class KnownPicturesMeasure {
  private static final int PHOTOS = 30;
  private static final int[] LIMITS = {31, 36, 40, 44, 48, 52, 56};

  /** What is done to a picture before it is posted again. */
  private enum Change {
    SMALLER("half as large", 0.5, 0),
    MIRRORED("mirrored", 0.7, 0),
    ONE_SIDE("0 to 15 % of one side cut", 0.7, 0),
    FIVE("5 % of each side cut", 0.7, 0.05),
    TEN("10 % of each side cut", 0.7, 0.1),
    FIFTEEN("15 % of each side cut", 0.7, 0.15),
    FAR_SMALLER("10 % of each side cut, then 0.3 as large", 0.3, 0.1),
    ALL_SIDES("0 to 15 % of each side cut", 0.7, 0);

    private final String words;
    private final double scale;
    private final double cut;

    Change(String words, double scale, double cut) {
      this.words = words;
      this.scale = scale;
      this.cut = cut;
    }
  }

  /** A picture, and what it says; pictures that say the same are not unlike. */
  private record Drawn(byte[] file, String says) {}

  private final Random chance = new Random(5);
  private int compared;
  private int found;
  private int searches;
  private long searchNanos;

  /** Prints the figures. */
  void print() throws IOException {
    List<Drawn> pictures = new ArrayList<>();
    List<PictureHashes> listed = new ArrayList<>();
    List<PostedPicture> posted = new ArrayList<>();
    long nanos = 0;
    for (Drawn drawn : all()) {
      Optional<PictureHashes> hashes =
          PictureHashes.listed(drawn.file())
              .filter(found -> found.quality() >= PictureHashes.LEAST_QUALITY);
      if (hashes.isPresent()) {
        long start = System.nanoTime();
        posted.add(PostedPicture.of(drawn.file()).orElseThrow());
        nanos += System.nanoTime() - start;
        listed.add(hashes.get());
        pictures.add(drawn);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d pictures; %d ms to hash one that is posted%n",
        pictures.size(),
        nanos / 1_000_000 / pictures.size());
    print("pairs that are not alike", unlike(pictures, listed, posted));
    for (Change change : Change.values()) {
      List<Integer> distances = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        byte[] changed = changed(pictures.get(i).file(), change);
        distances.add(least(PostedPicture.of(changed).orElseThrow(), listed.get(i)));
      }
      print(change.words, distances);
    }
    System.out.printf(
        Locale.ROOT,
        "searched around the nearest parts: %d of %d; %d ms each%n",
        searches,
        compared,
        searchNanos / 1_000_000 / Math.max(1, searches));
  }

  /** As the service compares them. */
  private int least(PostedPicture posted, PictureHashes listed) {
    compared++;
    int bits = posted.distance(listed.hashes());
    if (bits <= PostedPicture.ALIKE || bits > PostedPicture.NEAR) {
      found += bits <= PostedPicture.ALIKE ? 1 : 0;
      return bits;
    }
    searches++;
    long start = System.nanoTime();
    int searched = posted.searched(listed.hashes());
    searchNanos += System.nanoTime() - start;
    found += searched <= PostedPicture.ALIKE_IF_SEARCHED ? 1 : 0;
    return searched;
  }

  private static List<Drawn> all() throws IOException {
    List<Drawn> all = new ArrayList<>();
    SchoolPictures.all().forEach(p -> all.add(new Drawn(p.file(), p.says())));
    ThreatMemes.all().forEach(m -> all.add(new Drawn(m.file(), m.says())));
    for (int i = 0; i < PHOTOS; i++) {
      DrawnPicture photo = new DrawnPicture(900, 700, Color.WHITE, 1_000 + i).photo();
      all.add(new Drawn(photo.jpeg(0.9f), "photo " + i));
    }
    return all;
  }

  private List<Integer> unlike(
      List<Drawn> pictures, List<PictureHashes> listed, List<PostedPicture> posted) {
    List<Integer> distances = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = 0; j < pictures.size(); j++) {
        if (!pictures.get(i).says().equals(pictures.get(j).says())) {
          distances.add(least(posted.get(j), listed.get(i)));
        }
      }
    }
    return distances;
  }

  private void print(String what, List<Integer> distances) {
    Collections.sort(distances);
    StringBuilder within = new StringBuilder();
    for (int limit : LIMITS) {
      within.append(
          String.format(
              Locale.ROOT,
              "; within %d: %d",
              limit,
              distances.stream().filter(distance -> distance <= limit).count()));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d; taken for the same: %d; bits that differ: %d to %d, median %d%s%n",
        what,
        distances.size(),
        found,
        distances.get(0),
        distances.get(distances.size() - 1),
        distances.get(distances.size() / 2),
        within);
    found = 0;
  }

  private byte[] changed(byte[] file, Change change) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
    double[] cut = {change.cut, change.cut, change.cut, change.cut};
    if (change == Change.ONE_SIDE) {
      cut[chance.nextInt(4)] = chance.nextDouble() * 0.15;
    } else if (change == Change.ALL_SIDES) {
      for (int side = 0; side < 4; side++) {
        cut[side] = chance.nextDouble() * 0.15;
      }
    }
    int left = (int) (cut[0] * whole.getWidth());
    int top = (int) (cut[1] * whole.getHeight());
    BufferedImage part =
        whole.getSubimage(
            left,
            top,
            whole.getWidth() - left - (int) (cut[2] * whole.getWidth()),
            whole.getHeight() - top - (int) (cut[3] * whole.getHeight()));
    return jpeg(part, change.scale, change == Change.MIRRORED);
  }

  /** JPEG as the JDK writes it, with a quality of 75. */
  private static byte[] jpeg(BufferedImage picture, double scale, boolean mirrored)
      throws IOException {
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.drawImage(
        picture, mirrored ? width : 0, 0, mirrored ? -width : width, height, Color.WHITE, null);
    drawing.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", jpeg);
    return jpeg.toByteArray();
  }
}
