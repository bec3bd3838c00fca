/** Pictures that strangers made: whether they may be decoded, and how they are compared. */
package hallmonitor.messaging.picture;
