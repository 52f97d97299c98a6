import { LightningElement, api } from 'lwc';
import dropOff from '@salesforce/label/c.Movement_Drop_Off';
import dropOffAlone from '@salesforce/label/c.Movement_Drop_Off_Alone';
import dropOffHelp from '@salesforce/label/c.Movement_Drop_Off_Help';
import empty from '@salesforce/label/c.Movement_Empty';
import moves from '@salesforce/label/c.Movement_Moves';
import others from '@salesforce/label/c.Movement_Others';
import partial from '@salesforce/label/c.Movement_Partial';
import stay from '@salesforce/label/c.Movement_Stay';
import stayHelp from '@salesforce/label/c.Movement_Stay_Help';
import title from '@salesforce/label/c.Movement_Title';
import type { Bar } from 'c/barList';
import type { TableData } from 'c/chartTable';
import { fillIn } from 'c/textFormat';
import { moveBars, moveMatrix, otherMoves, reachedBars, reachedStatuses, reachedTable, stayTable, type Reached } from './movementModel';

const MAXIMUM_MOVES = 8;

/** How members move between statuses, how long they stay, and where they drop off. */
export default class MovementPanel extends LightningElement {
  @api dashboard?: Apex.CampaignDashboard;
  @api isTable = false;

  readonly labels = { dropOff, dropOffAlone, dropOffHelp, empty, moves, partial, stay, stayHelp, title };

  get hasMoves(): boolean {
    return this.movement.moves.length > 0;
  }

  get hasStays(): boolean {
    return this.movement.stays.length > 0;
  }

  get isPartial(): boolean {
    return this.movement.isPartial;
  }

  get moveBars(): readonly Bar[] {
    return moveBars(this.movement.moves, MAXIMUM_MOVES);
  }

  get otherMoves(): string | undefined {
    const left = otherMoves(this.movement.moves, MAXIMUM_MOVES);
    return left > 0 ? fillIn(others, left) : undefined;
  }

  get moveMatrix(): TableData {
    return moveMatrix(this.movement.moves, this.order);
  }

  get stayTable(): TableData {
    return stayTable(this.movement.stays, this.order);
  }

  get isOneCampaign(): boolean {
    return !this.dashboard?.includesDescendants;
  }

  get reachedBars(): readonly Bar[] {
    return reachedBars(this.reached);
  }

  get reachedTable(): TableData {
    return reachedTable(this.reached);
  }

  private get movement(): Apex.StatusMovement {
    return this.dashboard?.movement ?? { moves: [], stays: [], isPartial: false };
  }

  private get reached(): Reached[] {
    return reachedStatuses(this.dashboard?.statuses ?? []);
  }

  private get order(): readonly string[] {
    return (this.dashboard?.statuses ?? []).flatMap(({ label }) => label ?? []);
  }
}
