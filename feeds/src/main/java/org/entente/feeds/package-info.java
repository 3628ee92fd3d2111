/**
 * News as it comes: follows RSS and Atom feeds, codes what is new into the store. Start at {@link
 * org.entente.feeds.Watch}.
 */
package org.entente.feeds;
