import { bathroom } from './bathroom.ts'
import { carriage } from './carriage.ts'
import { restaurant } from './dining-furniture.ts'
import type { Furniture } from './furnishing.ts'
import { castleHall, church } from './hall-furniture.ts'
import { bedroom, hallway, kitchen, livingRoom } from './home-furniture.ts'
import { cabin, cafe, library, shop, theatre } from './public-furniture.ts'
import type { RoomKind } from './room-kinds.ts'
import { boxingRing, gym } from './sport-furniture.ts'
import { supermarket } from './supermarket.ts'
import { aeroplane, airport, corridor } from './travel-furniture.ts'
import { underground } from './underground.ts'
import { classroom, hospital, laboratory, office, studio, workshop } from './work-furniture.ts'

/** The furniture of every kind of room. */
export const furniture: Readonly<Record<RoomKind, Furniture>> = {
  kitchen,
  'living room': livingRoom,
  bedroom,
  office,
  cafe,
  classroom,
  workshop,
  laboratory,
  studio,
  stage: theatre,
  hallway,
  library,
  shop,
  'hospital room': hospital,
  train: carriage,
  spaceship: cabin,
  'castle hall': castleHall,
  church,
  gym,
  'boxing ring': boxingRing,
  corridor,
  airplane: aeroplane,
  airport,
  restaurant,
  bathroom,
  'underground station': underground,
  supermarket,
}
