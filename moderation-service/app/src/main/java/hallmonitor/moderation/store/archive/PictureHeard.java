package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;

/**
 * A picture that its comment is judged with.
 *
 * @param urlKey key of its address
 * @param words read in it; empty if it could not be read
 * @param forPeople whether a person must look at it, because it could not be read
 * @param known the known picture that it is, if it is one; without findings if it was removed
 * @param together hashes of all pictures of the comment; empty if one was not read
 */
public record PictureHeard(
    long id,
    CommentKey comment,
    String urlKey,
    String words,
    boolean forPeople,
    KnownInPicture known,
    String together) {}
