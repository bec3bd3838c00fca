package hallmonitor.messaging.picture;

/**
 * A picture made small as PDQ's authors do: it is blurred by two passes of a box, and one value in
 * the middle of each part is taken. So the hash is theirs, also where it is not that of averages,
 * as of pages of text
 * (https://github.com/facebook/ThreatExchange/blob/main/pdq/cpp/downscaling/downscaling.cpp).
 */
record SampledPicture(GrayPicture gray) {
  /** Half of what one value stands for, since there are two passes. */
  private static final int BOXES = 2 * PdqFrequencies.SIDE;

  /** Pixels around one, from and to, within a side of a picture. */
  private record Reach(int before, int after, int side) {
    static Reach of(int side) {
      int box = (side + BOXES - 1) / BOXES;
      return new Reach((box - 1) / 2, box / 2, side);
    }

    int from(int place) {
      return Math.max(0, place - before);
    }

    /** Returns the first one that is beyond. */
    int to(int place) {
      return Math.min(side, place + after + 1);
    }

    int middle(int part) {
      return (int) ((part + 0.5) * side / PdqFrequencies.SIDE);
    }
  }

  /** Returns the frequencies from which the hash of the whole picture is made. */
  PdqFrequencies frequencies() {
    Reach across = Reach.of(gray.width());
    Reach down = Reach.of(gray.height());
    float[][] square = new float[PdqFrequencies.SIDE][PdqFrequencies.SIDE];
    for (int i = 0; i < square.length; i++) {
      for (int j = 0; j < square.length; j++) {
        square[i][j] = twiceBlurred(across, across.middle(j), down, down.middle(i));
      }
    }
    return PdqFrequencies.of(square);
  }

  private float twiceBlurred(Reach across, int column, Reach down, int row) {
    double sum = 0;
    int count = 0;
    for (int y = down.from(row); y < down.to(row); y++) {
      for (int x = across.from(column); x < across.to(column); x++) {
        sum += gray.average(across.from(x), down.from(y), across.to(x), down.to(y));
        count++;
      }
    }
    return (float) (sum / count);
  }
}
