package hallmonitor.messaging.picture;

/**
 * Strips that are cut off a picture.
 *
 * @param left share of the width, from 0 to less than 0.5, as is right; top and bottom are shares
 *     of the height
 */
record PictureCut(double left, double right, double top, double bottom) {
  static final PictureCut NONE = new PictureCut(0, 0, 0, 0);
  static final int SIDES = 4;

  /** So at least four tenths of the width and of the height are left. */
  private static final double MOST = 0.3;

  /** Returns the same with more or less of one side, within what is looked at. */
  PictureCut with(int side, double more) {
    return new PictureCut(
        side == 0 ? within(left + more) : left,
        side == 1 ? within(right + more) : right,
        side == 2 ? within(top + more) : top,
        side == 3 ? within(bottom + more) : bottom);
  }

  private static double within(double share) {
    return Math.max(0, Math.min(MOST, share));
  }
}
