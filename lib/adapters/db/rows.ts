// The rows as Prisma types them, for features that pass them on; the generated client itself stays behind this folder.
export type {
  IncidentModel,
  ItemModel,
  UserModel,
  WebhookDeliveryModel,
} from './generated/models.ts'
