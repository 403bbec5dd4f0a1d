/**
 * Shortest and longest shot of a script in seconds. Under a second and a half a picture is not read, and every order pays
 * its spare seconds again; over eight a drawn or generated picture runs out of movement. Chosen by this project.
 */
export const shotSeconds = { most: 8, least: 1.5 } as const

/**
 * Seconds of spare footage at the end of every take, for the editor to trim with: the candidates start a shot up to 0.8
 * of it later, so that they differ. Chosen by this project; every take pays for it.
 */
export const editHandleSeconds = 0.5

/** Longest transition into a scene, in seconds: the shot before it has so much more footage. Chosen by this project. */
export const longestTransitionSeconds = 1
